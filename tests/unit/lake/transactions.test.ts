import fc from 'fast-check'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {ApiError} from '../../../scripts/lake/errors.ts'
import {createStore, type Store} from '../../../scripts/lake/store/createStore.ts'
import type {LakeDocument} from '../../../scripts/lake/store/lakeDocument.ts'
import {createTransact} from '../../../scripts/lake/transactions/createTransact.ts'
import type {RequestedMutation} from '../../../scripts/lake/transactions/mutation.ts'
import {silentLog} from '../../silentLog.ts'

const IDS = ['a', 'b', 'drafts.a']
const FIELDS = ['n', 'm']
const identity = {id: 'officer', name: 'Officer', email: 'officer@localhost'}
const noQueries = {query: () => Promise.reject(new Error('No query is expected here'))}

/** A store of its own for one property, in a folder that goes with the test. */
async function temporaryStore() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-store-'))
  const store = createStore(join(folder, 'lake.db'))
  onTestFinished(async () => {
    store.close()
    await rm(folder, {recursive: true})
  })
  return store
}

const id = fc.constantFrom(...IDS)
const field = fc.constantFrom(...FIELDS)
const fields = fc.dictionary(field, fc.integer({min: 0, max: 9}), {maxKeys: 2})
const items = fc.array(fc.integer({min: 0, max: 9}), {maxLength: 3})
const whole = fc
  .record({_id: id, fields, items})
  .map(({_id, fields: given, items: list}) => ({_id, _type: 'meeting', ...given, items: list}))

const mutation: fc.Arbitrary<RequestedMutation> = fc.oneof(
  whole.map((create) => ({create})),
  whole.map((createIfNotExists) => ({createIfNotExists})),
  whole.map((createOrReplace) => ({createOrReplace})),
  id.map((deleted) => ({delete: {id: deleted}})),
  fc.record({id, set: fields}).map((patch) => ({patch})),
  fc.record({id, setIfMissing: fields}).map((patch) => ({patch})),
  fc.record({id, unset: fc.array(field, {maxLength: 2})}).map((patch) => ({patch})),
  fc.record({id, inc: fields}).map((patch) => ({patch})),
  fc.record({id, dec: fields}).map((patch) => ({patch})),
  fc
    .record({id, insert: fc.record({after: fc.constant('items[-1]'), items})})
    .map((patch) => ({patch})),
)

/** What a document should hold, apart from what the server sets. */
type Model = Map<string, Record<string, unknown>>

/** The model after one mutation, or null when the lake should refuse it. */
function applyToModel(model: Model, one: RequestedMutation): Model | null {
  const next = new Map(model)
  if ('delete' in one) {
    if ('id' in one.delete) next.delete(one.delete.id)
    return next
  }
  if ('patch' in one) {
    const patchedId = 'id' in one.patch ? one.patch.id : ''
    const before = next.get(patchedId)
    return before ? next.set(patchedId, patchModel(before, one.patch)) : null
  }
  const {_id = '', ...given} =
    'create' in one
      ? one.create
      : 'createIfNotExists' in one
        ? one.createIfNotExists
        : one.createOrReplace
  if ('create' in one && next.has(_id)) return null
  if ('createIfNotExists' in one && next.has(_id)) return next
  return next.set(_id, given)
}

function patchModel(
  before: Record<string, unknown>,
  {set = {}, setIfMissing = {}, unset = [], inc = {}, dec = {}, insert}: Operations,
) {
  const after: Record<string, unknown> = {...setIfMissing, ...before, ...set}
  for (const name of unset) delete after[name]
  const add = (name: string, amount: number) => {
    const value = after[name]
    if (typeof value === 'number') after[name] = value + amount
  }
  for (const [name, amount] of Object.entries(inc)) add(name, amount)
  for (const [name, amount] of Object.entries(dec)) add(name, -amount)
  const list = after['items']
  if (insert && Array.isArray(list)) after['items'] = [...list, ...insert.items]
  return after
}

interface Operations {
  set?: Record<string, unknown>
  setIfMissing?: Record<string, unknown>
  unset?: string[]
  inc?: Record<string, number>
  dec?: Record<string, number>
  insert?: {items: unknown[]}
}

const content = ({_id, _rev, _createdAt, _updatedAt, ...rest}: LakeDocument) => rest

test('does what a map of documents would do, transaction by transaction', async () => {
  const store = await temporaryStore()
  const {transact} = createTransact(store, noQueries, {log: silentLog})
  let run = 0

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(mutation, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 8}),
      async (transactions) => {
        run += 1
        const dataset = `run-${run}`
        let model: Model = new Map()
        for (const mutations of transactions) {
          const expected = mutations.reduce<Model | null>(
            (current, one) => current && applyToModel(current, one),
            model,
          )
          const accepted = await transact({dataset, identity, mutations: () => mutations}).then(
            () => true,
            (error: unknown) => {
              if (error instanceof ApiError && error.status === 409) return false
              throw error
            },
          )
          expect(accepted).toBe(expected !== null)
          model = expected ?? model
          const stored = store.readMany(dataset, IDS).map((found) => [found._id, content(found)])
          expect(Object.fromEntries(stored)).toEqual(Object.fromEntries(model))
        }
      },
    ),
    {numRuns: 500},
  )
})

function* allChanges(store: Store, dataset: string) {
  for (let seq = store.seqAfter(dataset, 0); seq !== null; seq = store.seqAfter(dataset, seq))
    yield* store.changesOf(seq)
}

test('can rebuild the documents from its log alone, with an unbroken chain of revisions', async () => {
  const store = await temporaryStore()
  const {transact} = createTransact(store, noQueries, {log: silentLog})
  let run = 0

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(mutation, {minLength: 1, maxLength: 4}), {minLength: 1, maxLength: 8}),
      async (transactions) => {
        run += 1
        const dataset = `run-${run}`
        for (const mutations of transactions) {
          await transact({dataset, identity, mutations: () => mutations}).catch(() => undefined)
        }
        const rebuilt = new Map<string, LakeDocument>()
        for (const {documentId, before, after, transactionId} of allChanges(store, dataset)) {
          expect(before).toEqual(rebuilt.get(documentId) ?? null)
          if (after) rebuilt.set(documentId, after)
          else rebuilt.delete(documentId)
          if (after) expect(after._rev).toBe(transactionId)
        }
        const stored = store.readMany(dataset, IDS)
        expect(Object.fromEntries(rebuilt)).toEqual(
          Object.fromEntries(stored.map((found) => [found._id, found])),
        )
      },
    ),
    {numRuns: 300},
  )
})

/** Writes a document at each of these times, by the clock, and gives what they are stamped. */
async function stampsAt(times: readonly string[]) {
  const store = await temporaryStore()
  const clock = times.values()
  const told: string[] = []
  const {transact} = createTransact(store, noQueries, {
    now: () => new Date(clock.next().value ?? 0),
    log: {warn: (_, message) => told.push(message)},
  })
  for (const index of times.keys()) {
    const mutations = [{create: {_id: `at-${index}`, _type: 'meeting'}}]
    await transact({dataset: 'production', identity, mutations: () => mutations})
  }
  const ids = [...times.keys()].map((index) => `at-${index}`)
  const stamps = store.readMany('production', ids).map(({_updatedAt}) => _updatedAt)
  const atTheEnd = ids.map((one) => store.documentAtTime('production', one, stamps.at(-1) ?? ''))
  return {stamps, told, atTheEnd}
}

test('never goes back in time when the clock is put right by some seconds', async () => {
  const times = ['2017-10-05T09:00:30.000Z', '2017-10-05T09:00:00.000Z', '2017-10-05T09:01:00.000Z']

  const {stamps, told} = await stampsAt(times)

  expect(stamps).toEqual([times[0], times[0], times[2]])
  expect(told).toEqual([])
})

test('says so once when the clock was a year ahead, and is right again with the next write', async () => {
  const times = ['2018-10-05T09:00:00.000Z', '2017-10-05T09:00:00.000Z', '2017-10-05T09:00:01.000Z']

  const {stamps, told, atTheEnd} = await stampsAt(times)

  expect(stamps).toEqual(times)
  expect(told).toEqual([expect.stringContaining('The last write is stamped 2018-10-05')])
  expect(atTheEnd, 'what was written, at the time of the last write').not.toContain(null)
})
