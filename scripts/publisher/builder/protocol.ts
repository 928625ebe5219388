import type {Finding} from '@coworkmed/site/renderer'

import type {Fault} from '../../faults/fault.ts'
import type {FaultKind} from '../../faults/faultKind.ts'

/** What a page was changed by: a part of a document, or the hour that struck. */
export interface Cause {
  /** The document's id; `clock` when only time has passed, `code` when the site's code or messages changed. */
  document: string
  /** The field's name; `null` when the document as a whole came or went. */
  field: string | null
  /** The language of the field's value that changed; `null` for facts, which have none. */
  language: string | null
}

/** One file of the site that differs between two releases. */
export interface AddressChange {
  /** The address as visitors have it: `/fr/reunions/florence-2017-10-05/`. */
  address: string
  change: 'added' | 'changed' | 'removed'
  /** The language of the page, and the document it is about; `null` for files that have none. */
  language: string | null
  document: string | null
  because: Cause[]
}

/** Why a publish was refused, in words for the officer, and where to mend it. */
export interface Refusal {
  step: StepName
  message: string
  document: string | null
  field: string | null
  language: string | null
  /** What is wrong where it is nobody's content. */
  fault?: FaultKind | undefined
  /** What the message was caused by, where that says more. */
  cause?: string | null | undefined
  /** What to do, where the message does not say it. */
  todo?: string | null | undefined
}

/** The steps of a publish that a builder takes, in this order; the publisher swaps and writes receipts. */
export type StepName =
  'snapshot' | 'affected' | 'render' | 'gate' | 'pictures' | 'write' | 'swap' | 'afterwork'

/** A document whose newest version is not on the site, since pages cannot be made with it. */
export interface HeldBack {
  document: string
  documentType: string
  /** The version that is held back; `null` when it is that the document is gone. */
  revision: string | null
  /** The version on the site; `null` when the document is not on it. */
  shown: string | null
  /** When it was first held back, ISO 8601; a further version that is held back too changes nothing. */
  since: string
  refusal: Refusal
}

/** A document that a webhook named, and how far its snapshot must be. */
export interface NamedDocument {
  id: string
  /** The revision the webhook spoke of; `null` when it told of a deletion. */
  revision: string | null
  /** The transaction it belongs to, whose other documents go live with it; they carry it as their `_rev`. */
  transaction?: string | null
  /** When the lake took the transaction, ISO 8601. */
  at: string
}

/** What to bring up: the documents that webhooks named since the last success, or also whatever else differs. */
export type Scope = 'named' | 'everything'

/** What the publisher asks of its builder; one at a time. */
export type BuilderRequest =
  | {
      type: 'build'
      /** The documents that webhooks named. */
      documents: readonly NamedDocument[]
      /** Whether to bring up these alone, or to compare ids and revisions of everything as well. */
      scope: Scope
      /** The moment the pages are made for, ISO 8601. */
      now: string
      /**
       * The newest release the publisher knows of; `null` before the first. Where the ledger knows a newer one (the
       * publisher was killed before it heard of it), `changes` and `documents` are told since this one.
       */
      since?: string | null
    }
  | {type: 'close'}

/** A page of a document, as the snapshot has it now. */
export interface DocumentPage {
  document: string
  documentType: string
  language: string
  address: string
  /** What the page says it was made from, in `<meta name="content-revision">`. */
  contentRevision: string
}

/** A finished build: kept on disk, durable, not live. */
export interface Built {
  type: 'built'
  /** The release's id: the hash of its root. Equal to the live one's when nothing changed. */
  release: string
  /** How many HTML pages it has. */
  pages: number
  changes: AddressChange[]
  /** Documents that differ from those of the release before, with revision and `_updatedAt`; `null` when gone. */
  documents: {id: string; type: string; revision: string | null; updatedAt?: string | null}[]
  /** The pages of those documents, whether they changed or not. */
  documentPages: DocumentPage[]
  /** Milliseconds each step took. */
  steps: Partial<Record<StepName, number>>
  /** When the site changes without anybody's doing, ISO 8601; `null` when no page waits for the clock. */
  nextChangeAt: string | null
  /** All documents that are held back. */
  heldBack: HeldBack[]
  /** What is left out of the documents that are told of. */
  findings: Finding[]
}

/** What a builder tells the publisher. */
export type BuilderMessage =
  | {type: 'ready'}
  | {type: 'step'; step: StepName; done?: number; of?: number}
  | Built
  | {type: 'refused'; refusal: Refusal}
  /** It ends by itself, for this. */
  | {type: 'failed'; fault: Fault}
