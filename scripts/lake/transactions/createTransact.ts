import {randomBytes} from 'node:crypto'

import type {Log} from '../../log.ts'
import {breathe} from '../breathe.ts'
import {mutationError} from '../errors.ts'
import type {Groq} from '../groq/createGroq.ts'
import type {Identity} from '../people/identity.ts'
import type {Store} from '../store/createStore.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {applyMutation, type Applied} from './applyMutation.ts'
import {assertMutationCount} from './assertMutationCount.ts'
import {assertReferences} from './assertReferences.ts'
import {createQueue} from './createQueue.ts'
import {createWorkingSet, type WorkingSet} from './createWorkingSet.ts'
import {createSelector} from './createSelector.ts'
import {createTimestamps} from './createTimestamps.ts'
import type {RequestedMutation} from './mutation.ts'
import {sizeOf} from './sizeOf.ts'

/** What is to be done as one transaction. */
export interface TransactionRequest {
  dataset: string
  identity: Identity
  /** Who has the turn; the same as `identity` where nothing is said. */
  client?: string
  /** Chosen by the client; becomes the revision of every document it changes. */
  transactionId?: string | undefined
  /** Called when the transaction's turn has come. `read` gives the documents with what was yielded before already applied. */
  mutations: (read: (id: string) => LakeDocument | null) => Iterable<RequestedMutation>
  dryRun?: boolean
}

/** What a transaction did, one result for each document of each mutation. */
export interface TransactionResult {
  transactionId: string
  results: {id: string; operation: Applied['operation']; document: LakeDocument | null}[]
}

interface TransactOptions {
  now?: () => Date
  log: Pick<Log, 'warn'>
}

/** Runs transactions, one at a time. */
export type Transact = ReturnType<typeof createTransact>['transact']

/**
 * Every write of the lake goes through `transact`. When its promise resolves, the transaction is on
 * disk; when it rejects, nothing was written. `idle` resolves when no transaction is running.
 */
export function createTransact(
  store: Store,
  groq: Pick<Groq, 'query'>,
  {now = () => new Date(), log}: TransactOptions,
) {
  const queue = createQueue()
  const timestampNow = createTimestamps({last: store.lastTimestamp, now, log})

  async function run(request: TransactionRequest): Promise<TransactionResult> {
    const {dataset, identity, transactionId = newTransactionId()} = request
    assertUnused(store, dataset, transactionId)
    const timestamp = timestampNow()
    const working = createWorkingSet((id) => store.read(dataset, id))
    const eachDocument = createSelector(groq, dataset, identity)
    const applied: Applied[] = []
    let index = 0
    const startedAt = performance.now()
    let worked = 0
    for (const requested of request.mutations(working.read)) {
      assertMutationCount(index + 1)
      if (performance.now() - startedAt > LONGEST_MS) throw takesTooLong()
      for (const mutation of await eachDocument(requested)) {
        assertMutationCount(applied.length + 1)
        await breathe()
        const one = applyMutation(working, mutation, {transactionId, timestamp, index})
        applied.push(one)
        worked += sizeOf(working.read(one.id))
        if (worked > MOST_WORK) throw takesTooLong()
      }
      index += 1
    }
    assertReferences(store, dataset, working)
    if (!request.dryRun) {
      const mutations = applied.map(({logged}) => logged).filter((logged) => logged !== null)
      const changes = working.changes()
      store.commit({dataset, transactionId, author: identity.id, timestamp, mutations, changes})
    }
    return {transactionId, results: applied.map((one) => resultOf(one, working))}
  }

  return {
    transact: (request: TransactionRequest) =>
      queue.run(request.client ?? request.identity.id, () => run(request)),
    idle: queue.idle,
  }
}

const LONGEST_MS = 20_000
/** Each mutation reads and checks its whole document: so many fields and list items, all mutations together. */
const MOST_WORK = 10_000_000

const takesTooLong = () =>
  mutationError(413, 'This transaction is too much work to be done at once. Split it.')

function resultOf({id, operation}: Applied, working: WorkingSet) {
  return {id, operation, document: working.read(id) ?? working.before(id)}
}

function assertUnused(store: Store, dataset: string, transactionId: string) {
  if (store.transactionSeq(dataset, transactionId) === null) return
  throw mutationError(
    409,
    `Transaction "${transactionId}" already exists. Use a new transactionId for a new transaction.`,
  )
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const newTransactionId = () =>
  Array.from(randomBytes(22), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
