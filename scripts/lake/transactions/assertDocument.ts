import {badRequest} from '../errors.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {assertSafeJson} from './assertSafeJson.ts'

/** Sanity's limit on attributes inside one another. */
const MAX_LEVELS = 20

/** Sanity's limit on one document as JSON. */
const MAX_BYTES = 32_000_000

/** Throws 400 for a document that is too deep or too large, or has an attribute name that is not allowed. */
export function assertDocument(document: LakeDocument) {
  assertSafeJson(document, MAX_LEVELS)
  const bytes = Buffer.byteLength(JSON.stringify(document))
  if (bytes <= MAX_BYTES) return
  throw badRequest(
    `Document "${document._id}" has ${bytes} bytes; ${MAX_BYTES} is the limit. Split it.`,
  )
}
