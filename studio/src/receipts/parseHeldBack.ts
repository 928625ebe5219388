import {list, record, text, textOrNull} from './jsonParts.ts'
import type {Refusal} from './parseRefusal.ts'
import {parseRefusal} from './parseRefusal.ts'

/** A document whose newest version the publisher holds back, while everything else goes live. */
export interface HeldBack {
  document: string
  documentType: string
  /** `null` when the document was to leave the site. */
  revision: string | null
  /** The revision that visitors see; `null` when it is not on the site at all. */
  shown: string | null
  /** ISO 8601. */
  since: string
  refusal: Refusal
}

/** Reads the documents that are held back out of the publisher's status; none from a publisher that does not tell. */
export function parseHeldBack(status: unknown): HeldBack[] {
  const {heldBack = []} = record(status, 'the status')
  return list(heldBack, 'heldBack', (value) => {
    const held = record(value, 'a document held back')
    return {
      document: text(held.document, 'document'),
      documentType: text(held.documentType, 'documentType'),
      revision: textOrNull(held.revision, 'revision'),
      shown: textOrNull(held.shown, 'shown'),
      since: text(held.since, 'since'),
      refusal: parseRefusal(held.refusal),
    }
  })
}
