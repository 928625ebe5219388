/** A document that the publisher would hold back, and where in it the reason is. */
export interface HeldBackDocument {
  document: string
  /** Why, in a sentence. */
  message: string
  field: string | null
  language: string | null
}

/** Names those of these published documents, all there are, that would be held back: the publisher knows. */
export type FindHeldBack = (documents: readonly object[]) => Promise<HeldBackDocument[]>
