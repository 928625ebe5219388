import type {Finding} from '@coworkmed/site/renderer'

import type {AddressChange, Refusal, StepName} from '../builder/protocol.ts'

/** What became of one document in one language by one publish. */
export interface Receipt {
  document: string
  documentType: string
  /** `null` when the document is gone. */
  revision: string | null
  /** Empty for a document that has neither pages of its own nor a part in those of any language. */
  language: string
  transaction: string | null
  /** When the lake took it, ISO 8601. */
  publishedAt: string
  /** `waiting`: the site is pinned to another release; `heldBack`: the others went live without this document. */
  outcome: 'live' | 'refused' | 'waiting' | 'heldBack'
  liveAt: string | null
  release: string | null
  /** The document's own page in that language after the publish. */
  address: string | null
  /** What that page says it was made from, in `<meta name="content-revision">`: who reads the same there, reads this. */
  contentRevision: string | null
  /** Addresses in that language that changed because of this document: the first hundred. */
  changes: AddressChange[]
  /** How many changed in all. */
  changed: number
  /** Milliseconds each step took; `wait` is from the webhook to the beginning of the build. */
  steps: Partial<Record<StepName | 'wait', number>>
  /** Why it was refused, or is held back. */
  refusal: Refusal | null
  /** What the site leaves out of the document, in this language or in all. */
  findings: Finding[]
}

/** The part of a receipt that is known before its publish goes live, or does not. */
export type ReceiptDraft = Omit<Receipt, 'outcome' | 'liveAt' | 'release'>
