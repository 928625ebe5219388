import type {Finding} from '@coworkmed/schemas/parse/finding'

import type {DerivedFacts} from './documentParts.ts'
import type {DocumentType} from './documents.ts'

/** A document as a snapshot keeps it; its long parts are fetched one by one. */
export interface StoredDocument {
  id: string
  type: DocumentType
  revision: string
  short: Readonly<Record<string, unknown>>
  /** The fields that `short` leaves out as a whole. */
  longFields: readonly string[]
  /** See `documentParts`. */
  digests: Readonly<Record<string, string>>
  /** The ids it refers to. */
  references: readonly string[]
  derived: Readonly<DerivedFacts>
  /** What was left out of it. */
  findings: readonly Finding[]
  /** Moments (ISO 8601) between which the document is on the site; `''` where there is no such bound. */
  publishAt: string
  unpublishAt: string
}

/** The documents of one snapshot. */
export interface DocumentStore {
  document(id: string): StoredDocument | undefined
  /** The ids of a type, in their order. */
  idsOf(type: DocumentType): readonly string[]
  /** The ids of a type that refer to a document anywhere, in their order. */
  idsReferring(type: DocumentType, id: string): readonly string[]
  /** The ids of the documents that claim an address, by its claim: see `claimsOf`. The one that was made first is first. */
  claimants(claim: string): readonly string[]
  /** A long part that `document` left out: see `documentParts`. */
  longPart(id: string, field: string, language?: string): unknown
  /** The documents that come or go by the clock. */
  scheduled(): readonly StoredDocument[]
}
