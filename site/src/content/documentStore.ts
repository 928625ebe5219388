import type {DocumentType} from './documents.ts'

/** A document as a snapshot keeps it; its long texts are fetched one by one. */
export interface StoredDocument {
  id: string
  type: DocumentType
  revision: string
  short: Readonly<Record<string, unknown>>
  /** See `documentParts`. */
  digests: Readonly<Record<string, string>>
  /** The ids it refers to. */
  references: readonly string[]
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
  /** A long text that `document` left out. */
  longText(id: string, field: string, language: string): unknown
  /** The documents that come or go by the clock. */
  scheduled(): readonly StoredDocument[]
}
