import type {Finding} from '@coworkmed/schemas/parse/finding'

import type {AddressChange, HeldBack} from '../../../scripts/publisher/builder/protocol.ts'
import type {Receipt} from '../../../scripts/publisher/receipts/receipt.ts'

/** A receipt as the publisher gives it: the Florence meeting went live in French, with what a test changes in it. */
export const receiptOf = (changed: Partial<Receipt> = {}): Receipt => ({
  document: 'florence',
  documentType: 'meeting',
  revision: 'r2',
  language: 'fr',
  transaction: 'r2',
  publishedAt: '2026-11-23T10:42:00.000Z',
  outcome: 'live',
  liveAt: '2026-11-23T10:42:00.400Z',
  release: 'a1b2c3',
  contentRevision: null,
  address: '/fr/reunions/florence-2017-10-05/',
  changes: [],
  changed: 0,
  steps: {wait: 150, render: 60},
  refusal: null,
  findings: [],
  ...changed,
})

/** The document's own French page, changed by its French title unless a test says otherwise. */
export const changeOf = (changed: Partial<AddressChange> = {}): AddressChange => ({
  address: '/fr/reunions/florence-2017-10-05/',
  change: 'changed',
  language: 'fr',
  document: 'florence',
  because: [{document: 'florence', field: 'title', language: 'fr'}],
  ...changed,
})

/** The Florence meeting was not published in French, because of its address. */
export const refusedOf = (changed: Partial<Receipt> = {}): Receipt =>
  receiptOf({
    outcome: 'refused',
    liveAt: null,
    release: null,
    address: null,
    refusal: {
      step: 'gate',
      message: 'The page /fr/reunions/florence-2017-10-05/ has no title.',
      document: 'florence',
      field: 'slug',
      language: 'fr',
    },
    ...changed,
  })

/** The publisher's status of the Florence meeting: its newest version is not on the site, the one before is. */
export const heldBackOf = (changed: Partial<HeldBack> = {}): HeldBack => ({
  document: 'florence',
  documentType: 'meeting',
  revision: 'r2',
  shown: 'r1',
  since: '2026-11-23T10:42:00.300Z',
  refusal: {
    step: 'render',
    message:
      'The page /fr/reunions/florence-2017-10-05/ could not be made: The page /fr/ has no title.',
    document: 'florence',
    field: 'title',
    language: 'fr',
  },
  ...changed,
})

/** The publisher left the French title of a takeaway out. */
export const findingOf = (changed: Partial<Finding> = {}): Finding => ({
  document: 'florence',
  path: ['takeaways', {_key: 't1'}, 'title', {_key: 'fr'}, 'value'],
  language: 'fr',
  expected: 'Write a text here.',
  found: '5',
  ...changed,
})
