import {join} from 'node:path'

import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import {openDatabase} from '../../../scripts/publisher/openDatabase.ts'
import {createPublishes} from '../../../scripts/publisher/receipts/createPublishes.ts'
import {createReceipts} from '../../../scripts/publisher/receipts/createReceipts.ts'
import type {ReceiptDraft} from '../../../scripts/publisher/receipts/receipt.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

function open(file = join(temporaryDirectory(), 'publisher.db'), mostReceipts?: number) {
  const database = openDatabase(file)
  onTestFinished(() => {
    if (database.isOpen) database.close()
  })
  return {
    file,
    database,
    publishes: createPublishes(database, mostReceipts),
    receipts: createReceipts(database),
  }
}

const at = '2026-11-23T10:00:00.000Z'
const later = '2026-11-23T11:00:00.000Z'
const release = (id: string) => ({release: id, pages: 7, at})
const draft = (document: string, parts: Partial<ReceiptDraft> = {}): ReceiptDraft => ({
  document,
  documentType: 'note',
  revision: 'r1',
  language: 'fr',
  transaction: 't1',
  publishedAt: at,
  address: null,
  contentRevision: null,
  changes: [],
  changed: 0,
  steps: {},
  refusal: null,
  findings: [],
  ...parts,
})
const refusal = {
  step: 'gate',
  message: 'no title',
  document: 'a',
  field: null,
  language: null,
} as const
const outcomes = (receipts: ReturnType<typeof createReceipts>) =>
  Object.fromEntries(receipts.find({limit: 100}).map(({document, outcome}) => [document, outcome]))

test('shows no receipt before its release is live, and then since when', async () => {
  const {publishes, receipts} = open()
  await publishes.prepare(release('one'), [draft('a')])
  expect(receipts.find({limit: 10})).toEqual([])

  publishes.alignWith('one', later, 1.5)

  expect(receipts.find({limit: 10})).toMatchObject([
    {document: 'a', outcome: 'live', liveAt: later, release: 'one', steps: {swap: 1.5}},
  ])
})

test('keeps thousands of receipts whole, and lets others have a turn between them', async () => {
  const {publishes, receipts} = open()
  const drafts = Array.from({length: 2300}, (_, index) => draft(`d${index}`))
  let turns = 0
  const timer = setInterval(() => (turns += 1), 0)

  await publishes.prepare(release('one'), drafts)
  clearInterval(timer)
  publishes.alignWith('one', later)

  expect(turns).toBeGreaterThan(0)
  expect(receipts.find({limit: 5000})).toHaveLength(2300)
})

test('forgets the oldest publishes when there are too many receipts, and never the newest', async () => {
  const {publishes, receipts} = open(undefined, 4)
  const told = () => receipts.find({limit: 100}).map(({document}) => document)
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    await publishes.prepare(release(name), [draft(name), draft(`${name}-too`)])
    publishes.alignWith(name, later)
  }

  publishes.forgetOldest()
  expect(told()).toEqual(['f', 'f-too', 'e', 'e-too', 'd', 'd-too'])
})

test('forgets what a crash left with half of its receipts', () => {
  const {file, database} = open()
  database.exec(`INSERT INTO publishes (state, release, at) VALUES ('begun', 'one', '${at}')`)
  database.close()
  const {publishes, receipts} = open(file)

  publishes.forgetBegun()
  publishes.alignWith('one', later)

  expect(publishes.newest()).toBeUndefined()
  expect(receipts.find({limit: 10})).toEqual([])
})

test('has one refusal at a time, and none after a success', async () => {
  const {publishes, receipts} = open()
  publishes.refuse(refusal, at, [draft('a')])
  publishes.refuse(refusal, later, [draft('a'), draft('b')])
  expect(outcomes(receipts)).toEqual({a: 'refused', b: 'refused'})
  expect(receipts.find({limit: 10})).toHaveLength(2)
  expect(receipts.find({limit: 1})).toMatchObject([{refusal, release: null}])

  publishes.forgetRefusals()

  expect(receipts.find({limit: 10})).toEqual([])
})

test('knows what it has told of a document already', async () => {
  const {publishes, receipts} = open()
  await publishes.prepare(release('one'), [draft('a')])
  const told = (transactionTime: string, revision: string | null) =>
    receipts.hasTold({
      sequence: 1,
      documentId: 'a',
      documentType: 'note',
      transactionId: '',
      receivedAt: 0,
      transactionTime,
      revision,
    })

  expect(told('2026-11-23T09:00:00.000Z', 'r0')).toBe(true)
  expect(told(later, 'r1')).toBe(true)
  expect(told(later, 'r2')).toBe(false)
  expect(told(later, null)).toBe(false)
})

test('says of every publish whether it is live, whatever is swapped, rolled back, pinned or unpinned', async () => {
  const step = fc.oneof(
    fc.record({type: fc.constant('publish' as const), id: fc.constantFrom('A', 'B', 'C', 'D')}),
    fc.record({type: fc.constant('rollback' as const), nth: fc.nat(5)}),
    fc.constant({type: 'unpin' as const}),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, {maxLength: 15}), async (steps) => {
      const {publishes, receipts, database} = open()
      const history: string[] = []
      let live = 0 // how many publishes the live release has
      let isPinned = false
      for (const [index, now] of steps.entries()) {
        if (now.type === 'publish') {
          history.push(now.id)
          await publishes.prepare(release(now.id), [draft(`d${history.length}`)])
          const isSame = history[live - 1] === now.id
          if (isPinned && !isSame) publishes.hold()
          else live = history.length
        } else if (now.type === 'rollback') {
          const target = history[now.nth]
          if (target === undefined) continue
          live = history.lastIndexOf(target) + 1
          isPinned = true
        } else {
          live = history.length
          isPinned = false
        }
        publishes.alignWith(history[live - 1], new Date(index).toISOString())
      }
      const expected = history.map((_, index) => [
        `d${index + 1}`,
        index < live ? 'live' : 'waiting',
      ])
      expect(outcomes(receipts)).toEqual(Object.fromEntries(expected))
      database.close()
    }),
    {numRuns: 60},
  )
})
