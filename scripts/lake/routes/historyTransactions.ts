import {z} from 'zod'

import {breathe} from '../breathe.ts'
import {notFound} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import {effectsOf} from '../mendoza/effectsOf.ts'
import type {LoggedChange} from '../store/createHistoryReader.ts'
import type {Store} from '../store/createStore.ts'
import {assertDocumentId} from '../transactions/documentIds.ts'
import {mutatedId} from '../transactions/mutation.ts'
import {parseAs} from '../transactions/parseMutations.ts'

type Options = z.infer<typeof schema>

/**
 * `GET /v…/data/history/:dataset/transactions/:ids` — the transactions that changed the documents, one JSON a line.
 * `fromTransaction` and `toTransaction` are inclusive. Whole documents are not in it, with or without `excludeContent`.
 * @see https://www.sanity.io/docs/http-reference/history
 */
export async function historyTransactions({store, dataset, params, search}: LakeRequest) {
  const ids = (params['ids'] ?? '').split(',')
  for (const id of ids) assertDocumentId(id)
  const options = parseAs(schema, Object.fromEntries(search))
  const transactions = store.transactionsOf(dataset, {
    documentIds: ids,
    from: seqOf(store, dataset, options.fromTransaction),
    to: seqOf(store, dataset, options.toTransaction),
    newestFirst: options.reverse,
    limit: options.limit,
  })
  const lines: string[] = []
  for (const seq of transactions) {
    await breathe()
    lines.push(`${JSON.stringify(entry(store, seq, ids, options))}\n`)
  }
  return new Response(lines.join(''), {headers: {'content-type': 'application/x-ndjson'}})
}

function entry(store: Store, seq: number, ids: readonly string[], options: Options) {
  const isWanted = (id: string) => !options.includeIdentifiedDocumentsOnly || ids.includes(id)
  const changes = [...store.eachChangeOf(seq, isWanted)]
  const [{transactionId = '', timestamp = '', author = ''} = {}] = changes
  const documentIDs = changes.map(({documentId}) => documentId)
  return {
    id: transactionId,
    timestamp,
    author,
    documentIDs,
    ...(!options.excludeMutations && {mutations: mutationsOf(store, seq, new Set(documentIDs))}),
    ...(options.effectFormat && {effects: Object.fromEntries(changes.map(effectEntry))}),
  }
}

const mutationsOf = (store: Store, seq: number, documentIds: ReadonlySet<string>) =>
  store.mutationsOf(seq).filter((mutation) => documentIds.has(mutatedId(mutation) ?? ''))

const effectEntry = ({documentId, before, after}: LoggedChange) =>
  [documentId, effectsOf(before, after)] as const

function seqOf(store: Store, dataset: string, transactionId: string | undefined) {
  if (!transactionId) return undefined
  const seq = store.transactionSeq(dataset, transactionId)
  if (seq !== null) return seq
  throw notFound(`Transaction "${transactionId}" not found in dataset "${dataset}".`)
}

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')

const schema = z.object({
  fromTransaction: z.string().optional(),
  toTransaction: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  reverse: flag,
  excludeMutations: flag,
  includeIdentifiedDocumentsOnly: flag,
  effectFormat: z.enum(['mendoza']).optional(),
})
