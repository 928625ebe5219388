import fc from 'fast-check'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {createStore, type Store} from '../../../scripts/lake/store/createStore.ts'
import type {LakeDocument} from '../../../scripts/lake/store/lakeDocument.ts'
import {EDIT_WINDOW_MS} from '../../../scripts/lake/store/log/standIns.ts'
import {createTransact} from '../../../scripts/lake/transactions/createTransact.ts'
import type {RequestedMutation} from '../../../scripts/lake/transactions/mutation.ts'
import {runs, seed} from '../../longTests.ts'
import {silentLog} from '../../silentLog.ts'

const noQueries = {query: () => Promise.reject(new Error('No query is expected here'))}
const LONG_TEXT = 'Le groupe de travail se réunit à Florence. '.repeat(40)
const DRAFT = 'drafts.florence'
const LATER = new Date('2030-01-01T00:00:00.000Z')

const act = fc.oneof(
  {weight: 12, arbitrary: fc.string({maxLength: 8}).map((typed) => ({does: 'type', typed}))},
  {weight: 2, arbitrary: fc.constant({does: 'clear', typed: ''})},
  {weight: 1, arbitrary: fc.constant({does: 'publish', typed: ''})},
  {weight: 1, arbitrary: fc.constant({does: 'discard', typed: ''})},
  {weight: 1, arbitrary: fc.constant({does: 'together', typed: 'both'})},
)
const step = fc.record({
  act,
  author: fc.constantFrom('anna', 'marko'),
  waitMs: fc.integer({min: 0, max: EDIT_WINDOW_MS + 60_000}),
})

/** What a transaction left, as it was when it was written. */
interface Recorded {
  seq: number
  author: string
  timestamp: string
  draft: LakeDocument | null
  published: LakeDocument | null
}

interface Act {
  does: string
  typed: string
}

interface Lived {
  act: Act
  author: string
  waitMs: number
}

function mutationsFor({does, typed}: Act, draft: LakeDocument | null): RequestedMutation[] {
  const start = {createIfNotExists: {_id: DRAFT, _type: 'meeting', text: LONG_TEXT}}
  const title = {patch: {id: DRAFT, set: {title: typed}}}
  if (does === 'clear') return [start, {patch: {id: DRAFT, unset: ['title']}}]
  if (does === 'discard') return [{delete: {id: DRAFT}}]
  if (does === 'publish') {
    const published = draft ?? start.createIfNotExists
    return [{createOrReplace: {...published, _id: 'florence'}}, {delete: {id: DRAFT}}]
  }
  return does === 'together'
    ? [start, title, {createOrReplace: {_id: 'beside', _type: 'meeting', text: typed}}]
    : [start, title]
}

async function live(store: Store, steps: readonly Lived[]) {
  let clock = Date.parse('2026-03-02T08:00:00Z')
  const {transact} = createTransact(store, noQueries, {now: () => new Date(clock), log: silentLog})
  const recorded: Recorded[] = []
  for (const one of steps) {
    clock += one.waitMs
    const identity = {id: one.author, name: one.author, email: `${one.author}@example.org`}
    const mutations = mutationsFor(one.act, store.read('production', DRAFT))
    await transact({dataset: 'production', identity, mutations: () => mutations})
    recorded.push({
      seq: store.lastSeq('production'),
      author: one.author,
      timestamp: new Date(clock).toISOString(),
      draft: store.read('production', DRAFT),
      published: store.read('production', 'florence'),
    })
  }
  return recorded
}

const statesIn = (store: Store, {seq}: Recorded) => ({
  draft: store.documentAtSeq('production', DRAFT, seq),
  published: store.documentAtSeq('production', 'florence', seq),
})

const transactionsIn = (store: Store) =>
  store.transactionsOf('production', {
    documentIds: [DRAFT, 'florence', 'beside'],
    newestFirst: false,
    limit: 10_000,
  })

test('the log gives every state from patches, and after thinning every state that stayed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, {minLength: 1, maxLength: 60}), async (steps) => {
      const folder = await mkdtemp(join(tmpdir(), 'lake-thinning-'))
      const store = createStore(join(folder, 'lake.db'))
      try {
        const recorded = await live(store, steps)
        for (const one of recorded) {
          expect(statesIn(store, one)).toEqual({draft: one.draft, published: one.published})
        }
        const before = transactionsIn(store)
        const events = before.flatMap((seq) => store.changesOf(seq))

        for (const _ of store.thinOlder('edits', {now: LATER, ageMs: 0, windowMs: EDIT_WINDOW_MS}))
          continue
        const kept = new Set(transactionsIn(store))
        for (const one of recorded) {
          if (kept.has(one.seq)) {
            expect(statesIn(store, one)).toEqual({draft: one.draft, published: one.published})
          }
        }
        for (const change of events) {
          if (!change.before || !change.after || change.documentId !== DRAFT) {
            expect(kept, 'what history tells of').toContain(change.seq)
          }
        }
        for (const seq of before) if (!kept.has(seq)) expectToBeStoodFor(seq, store, events)
        for (const seq of kept) expectMutationsToLeadOn(store, seq)
      } finally {
        store.close()
        await rm(folder, {recursive: true})
      }
    }),
    {numRuns: runs(60, 1000), ...seed},
  )
})

type Changes = ReturnType<Store['changesOf']>

/** The next transaction that stayed is of the same author, within five minutes; nobody else wrote between. */
function expectToBeStoodFor(seq: number, store: Store, events: Changes) {
  const gone = events.find((change) => change.seq === seq)
  const next = events.find(
    (change) =>
      change.documentId === DRAFT && change.seq > seq && store.changesOf(change.seq).length > 0,
  )
  expect(next?.author).toBe(gone?.author)
  expect(Date.parse(next?.timestamp ?? '') - Date.parse(gone?.timestamp ?? '')).toBeLessThan(
    EDIT_WINDOW_MS,
  )
}

/** What a listener is told leads from the state before to the state after. */
function expectMutationsToLeadOn(store: Store, seq: number) {
  const [change] = store.changesOf(seq)
  const mutations = store.mutationsOf(seq)
  expect(mutations.length).toBeGreaterThan(0)
  const [mutation] = mutations
  if (mutations.length > 1 || !mutation || !('patch' in mutation) || !change?.before) return
  const {set = {}, unset = []} = mutation.patch
  const result = {...change.before, ...set}
  expect(
    Object.entries(result).filter(([field]) => !unset.includes(field) && !field.startsWith('_')),
  ).toEqual(
    expect.arrayContaining(
      Object.entries(change.after ?? {}).filter(([field]) => !field.startsWith('_')),
    ),
  )
}

async function temporaryStore() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-thinning-'))
  const store = createStore(join(folder, 'lake.db'))
  onTestFinished(async () => {
    store.close()
    await rm(folder, {recursive: true})
  })
  return store
}

/** Writes six titles of a document, a second apart, and deletes it. */
async function writeAndDelete(store: Store, id: string, from: string, last = from) {
  let clock = Date.parse(from)
  const {transact} = createTransact(store, noQueries, {now: () => new Date(clock), log: silentLog})
  const identity = {id: 'anna', name: 'Anna', email: 'anna@example.org'}
  const run = (mutation: RequestedMutation) =>
    transact({dataset: 'production', identity, mutations: () => [mutation]})
  for (const title of ['F', 'Fl', 'Flo', 'Flor', 'Flore', 'Floren']) {
    await run({createOrReplace: {_id: id, _type: 'meeting', title, text: LONG_TEXT}})
    clock += 1000
  }
  await run({delete: {id}})
  clock = Date.parse(last)
  await run({createOrReplace: {_id: 'beside', _type: 'meeting'}})
}

test.each([
  ['behind', '1970-01-01T00:00:00.000Z'],
  ['ahead', '2036-01-01T00:00:00.000Z'],
])('a write by a clock that was %s thins nothing before its time', async (_, wrong) => {
  const store = await temporaryStore()
  await writeAndDelete(store, DRAFT, '2026-03-02T08:00:00Z', wrong)
  const before = transactionsIn(store)

  const now = new Date('2026-03-02T08:30:00Z')
  const hour = {now, ageMs: 3_600_000, windowMs: EDIT_WINDOW_MS}
  for (const _step of store.thinOlder('edits', hour)) continue

  expect(transactionsIn(store)).toEqual(before)
})

test('what only looks like the id of a draft is a published document, of which all versions stay', async () => {
  const store = await temporaryStore()
  await writeAndDelete(store, 'Drafts.florence', '2026-03-02T08:00:00Z')
  const versions = () =>
    store.transactionsOf('production', {
      documentIds: ['Drafts.florence'],
      newestFirst: false,
      limit: 100,
    })
  const before = versions()

  for (const _step of store.thinOlder('edits', {now: LATER, ageMs: 0, windowMs: EDIT_WINDOW_MS}))
    continue

  expect(versions()).toEqual(before)
})
