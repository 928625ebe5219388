import fc from 'fast-check'
import {expect, test} from 'vitest'

import {publishesOf} from '../../../studio/src/receipts/publishes.ts'
import {fitting} from '../../../studio/src/tools/fitting.ts'
import {titleOf} from '../../../studio/src/tools/titleOf.ts'
import {changeOf, findingOf, receiptOf, refusedOf} from './receipt.ts'

const earlier = {revision: 'r1', publishedAt: '2026-11-20T08:00:00.000Z'}

test('brings the languages of one publish together, and keeps publishes apart', () => {
  const publishes = publishesOf([
    receiptOf(),
    receiptOf({language: 'en', liveAt: '2026-11-23T10:42:00.600Z'}),
    receiptOf({document: 'nice'}),
    receiptOf(earlier),
  ])

  expect(publishes.map(({document, receipts}) => [document, receipts.length])).toEqual([
    ['florence', 2],
    ['nice', 1],
    ['florence', 1],
  ])
  expect(publishes.map(({isNewest}) => isNewest)).toEqual([true, true, false])
  expect(publishes[0]?.liveAt).toBe('2026-11-23T10:42:00.600Z')
})

test('counts what was told last, and since when it was first live', () => {
  const again = receiptOf({liveAt: '2026-11-23T12:00:00.000Z'})
  const waiting = receiptOf({outcome: 'waiting', liveAt: null})

  const [remade] = publishesOf([again, receiptOf(), refusedOf()])
  const [held] = publishesOf([waiting, receiptOf()])

  expect(remade).toMatchObject({outcome: 'live', liveAt: receiptOf().liveAt})
  expect(remade?.receipts).toHaveLength(1)
  expect(held).toMatchObject({outcome: 'waiting', liveAt: null})
})

const heldBack = refusedOf({outcome: 'heldBack', language: ''})

test('is held back, and is no more once it was tried again', () => {
  const [held] = publishesOf([heldBack, receiptOf()])
  const [live] = publishesOf([receiptOf(), receiptOf({language: 'en'}), heldBack])

  expect(held).toMatchObject({outcome: 'heldBack', liveAt: null, receipts: [heldBack]})
  expect(live).toMatchObject({outcome: 'live'})
  expect(live?.receipts).toHaveLength(2)
})

test('is one publish when a revision is told again at another moment, since the first', () => {
  const again = {...heldBack, publishedAt: '2026-11-23T12:00:00.000Z'}
  const publishes = publishesOf([again, heldBack, receiptOf(earlier)])

  expect(publishes.map(({outcome, publishedAt}) => [outcome, publishedAt])).toEqual([
    ['heldBack', heldBack.publishedAt],
    ['live', earlier.publishedAt],
  ])
})

const keyOf = (told: {document: string; revision: string | null; language: string}) =>
  `${told.document} ${told.revision} ${told.language}`

test('has every publish once, every language in it once, and one newest for each document', () => {
  const receipt = fc.record({
    document: fc.constantFrom('a', 'b'),
    revision: fc.constantFrom('r1', 'r2', null),
    language: fc.constantFrom('', 'fr', 'en'),
    outcome: fc.constantFrom('live' as const, 'waiting' as const, 'refused' as const),
  })
  fc.assert(
    fc.property(fc.array(receipt), (changes) => {
      const receipts = changes.map(receiptOf)
      const publishes = publishesOf(receipts)

      const shown = publishes.flatMap((publish) => publish.receipts.map(keyOf))
      expect(shown.toSorted()).toEqual([...new Set(receipts.map(keyOf))].toSorted())
      const newest = publishes.filter(({isNewest}) => isNewest).map(({document}) => document)
      expect(newest.toSorted()).toEqual(
        [...new Set(receipts.map(({document}) => document))].toSorted(),
      )
    }),
  )
})

const titles = new Map([
  ['florence', 'Réunion de Florence'],
  ['nice', 'Réunion de Nice'],
])
const find = (receipts: Parameters<typeof publishesOf>[0], text: string, onlyNotLive = false) =>
  fitting(publishesOf(receipts), titles, {text, onlyNotLive}).map(({document}) => document)

test('finds by title, without its accents and capitals', () => {
  const receipts = [receiptOf(), receiptOf({document: 'nice'})]

  expect(find(receipts, ' reunion de FLO')).toEqual(['florence'])
  expect(find(receipts, '')).toEqual(['florence', 'nice'])
  expect(find(receipts, 'Split')).toEqual([])
})

test('finds what is not live, and not what went live later', () => {
  const mended = [receiptOf(), refusedOf(earlier)]
  const broken = refusedOf({document: 'nice'})
  const split = refusedOf({document: 'split', outcome: 'heldBack'})
  const finding = findingOf({document: 'zadar', path: ['slug']})
  const withoutPage = receiptOf({document: 'zadar', address: null, findings: [finding]})

  expect(find([...mended, broken, split, withoutPage], '', true)).toEqual([
    'nice',
    'split',
    'zadar',
  ])
})

test('calls a document that is gone by the last part of its address, or by its id', () => {
  const removed = changeOf({change: 'removed', document: 'split', address: '/fr/reunions/split/'})
  const [gone, unknown] = publishesOf([
    receiptOf({document: 'split', revision: null, changes: [removed]}),
    receiptOf({document: 'zadar', revision: null}),
  ])

  expect(gone && titleOf(gone, titles)).toBe('split')
  expect(unknown && titleOf(unknown, titles)).toBe('zadar')
})
