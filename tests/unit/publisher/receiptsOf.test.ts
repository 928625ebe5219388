import fc from 'fast-check'
import {expect, test} from 'vitest'

import type {AddressChange, Built} from '../../../scripts/publisher/builder/protocol.ts'
import type {PendingDelivery} from '../../../scripts/publisher/inbox.ts'
import {receiptsOf} from '../../../scripts/publisher/receipts/receiptsOf.ts'

const beganAt = Date.parse('2026-11-23T10:00:00Z')

const built = (parts: Partial<Built>): Built => ({
  type: 'built',
  release: 'r',
  pages: 1,
  changes: [],
  documents: [],
  documentPages: [],
  steps: {render: 3},
  nextChangeAt: null,
  heldBack: [],
  findings: [],
  ...parts,
})

const delivery = (parts: Partial<PendingDelivery>): PendingDelivery => ({
  sequence: 1,
  documentId: 'a',
  documentType: 'meeting',
  revision: 'r1',
  transactionId: 't1',
  transactionTime: '2026-11-23T09:59:59.000Z',
  receivedAt: beganAt - 200,
  ...parts,
})

const change = (parts: Partial<AddressChange>): AddressChange => ({
  address: '/fr/a/',
  change: 'changed',
  language: 'fr',
  document: 'a',
  because: [{document: 'a', field: 'title', language: 'fr'}],
  ...parts,
})

test('gives one receipt for each language a document has a page in', () => {
  const page = {document: 'a', documentType: 'meeting'}
  const receipts = receiptsOf({
    deliveries: [delivery({})],
    beganAt,
    built: built({
      documents: [{id: 'a', type: 'meeting', revision: 'r1'}],
      documentPages: [
        {...page, language: 'fr', address: '/fr/a/', contentRevision: 'm1'},
        {...page, language: 'en', address: '/en/a/', contentRevision: 'm2'},
      ],
      changes: [change({}), change({address: '/fr/', document: null})],
    }),
  })

  const about = {
    document: 'a',
    documentType: 'meeting',
    revision: 'r1',
    transaction: 't1',
    publishedAt: '2026-11-23T09:59:59.000Z',
    steps: {wait: 200, render: 3},
  }
  expect(receipts).toMatchObject([
    {...about, language: 'fr', address: '/fr/a/', contentRevision: 'm1', changed: 2},
    {...about, language: 'en', address: '/en/a/', contentRevision: 'm2', changed: 0, changes: []},
  ])
})

test('gives a document without pages one for each language in which it changed an address', () => {
  const because = [{document: 'region', field: 'name', language: null}]

  const receipts = receiptsOf({
    deliveries: [],
    beganAt,
    built: built({
      documents: [{id: 'region', type: 'region', revision: 'r7'}],
      changes: [
        change({because}),
        change({because, language: 'it', address: '/it/a/'}),
        change({because, language: null, document: null, address: '/sitemap.xml'}),
      ],
    }),
  })

  expect(receipts).toMatchObject([
    {document: 'region', language: 'fr', address: null, transaction: 'r7', changed: 1},
    {document: 'region', language: 'it', address: null, transaction: 'r7', changed: 1},
  ])
})

test('gives a document that nobody sees one receipt without a language', () => {
  const receipts = receiptsOf({
    deliveries: [delivery({documentId: 'photo', documentType: 'sanity.imageAsset'})],
    beganAt,
    built: built({}),
  })

  expect(receipts).toMatchObject([
    {document: 'photo', documentType: 'sanity.imageAsset', language: '', address: null},
  ])
})

test('tells of a deletion where the pages were', () => {
  const receipts = receiptsOf({
    deliveries: [delivery({revision: null, transactionId: 't9'})],
    beganAt,
    built: built({
      documents: [{id: 'a', type: 'meeting', revision: null}],
      changes: [change({change: 'removed'})],
    }),
  })

  expect(receipts).toMatchObject([
    {language: 'fr', revision: null, transaction: 't9', address: null, changed: 1},
  ])
})

test('names the revision that is on the site where the builder was ahead of the webhook', () => {
  const ahead = {id: 'a', type: 'meeting', revision: 'r2', updatedAt: '2026-11-23T10:00:00.100Z'}

  const [receipt] = receiptsOf({
    deliveries: [delivery({})],
    beganAt,
    built: built({documents: [ahead]}),
  })

  expect(receipt).toMatchObject({
    revision: 'r2',
    transaction: 'r2',
    publishedAt: '2026-11-23T10:00:00.100Z',
  })
})

test('lists a hundred changes, and says how many there were', () => {
  const changes = Array.from({length: 250}, (_, index) => change({address: `/fr/${index}/`}))

  const [receipt] = receiptsOf({deliveries: [delivery({})], beganAt, built: built({changes})})

  expect(receipt?.changes).toHaveLength(100)
  expect(receipt?.changed).toBe(250)
})

const id = fc.constantFrom('a', 'b', 'c', 'd')
const language = fc.constantFrom('fr', 'en', 'it')
const anyBuilt = fc
  .record({
    documents: fc.uniqueArray(
      fc.record({id, type: fc.constant('note'), revision: fc.constantFrom('r1', 'r2', null)}),
      {selector: (document) => document.id},
    ),
    documentPages: fc.uniqueArray(
      fc.record({
        document: id,
        documentType: fc.constant('note'),
        language,
        address: fc.string(),
        contentRevision: fc.string(),
      }),
      {selector: (page) => `${page.document} ${page.language}`},
    ),
    changes: fc.array(
      fc.record({
        address: fc.string(),
        change: fc.constantFrom('added', 'changed', 'removed'),
        language: fc.option(language),
        document: fc.option(id),
        because: fc.array(
          fc.record({
            document: fc.oneof(id, fc.constantFrom('clock', 'code')),
            field: fc.constant(null),
            language: fc.constant(null),
          }),
        ),
      }),
    ),
  })
  .map(built)
const anyDeliveries = fc.array(
  fc.record({documentId: id, transactionTime: fc.constantFrom('2026-01-01', '2026-01-02')}),
)

test('tells of every document once in each of its languages, and of every change it caused', () => {
  fc.assert(
    fc.property(anyBuilt, anyDeliveries, (made, given) => {
      const deliveries = given.map((parts, sequence) => delivery({...parts, sequence}))
      const receipts = receiptsOf({deliveries, built: made, beganAt})

      const documents = new Set([
        ...made.documents.map((document) => document.id),
        ...deliveries.map(({documentId}) => documentId),
      ])
      expect(new Set(receipts.map(({document}) => document))).toEqual(documents)
      const pairs = receipts.map((receipt) => `${receipt.document} ${receipt.language}`)
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const page of made.documentPages.filter(({document}) => documents.has(document))) {
        expect(receipts).toContainEqual(
          expect.objectContaining({
            document: page.document,
            language: page.language,
            address: page.address,
          }),
        )
      }
      for (const {because, language: where, address} of made.changes) {
        for (const cause of because.filter(({document}) => documents.has(document))) {
          const own = receipts.filter(({document}) => document === cause.document)
          const isTold = own.some(
            (receipt) =>
              receipt.language === (where ?? '') &&
              receipt.changes.some((told) => told.address === address),
          )
          const isWithoutLanguage =
            where === null && own.every((receipt) => receipt.language !== '')
          expect(isTold || isWithoutLanguage).toBe(true)
        }
      }
    }),
    {numRuns: 500},
  )
})
