import {mutationError} from '../errors.ts'
import {jsonOf} from '../jsonOf.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {assertSafeJson} from './assertSafeJson.ts'

/** Sanity's limit on attributes inside one another. */
const MAX_LEVELS = 20

/**
 * As JSON. Sanity keeps up to 32 MB, and takes no more than 4 MB at a time. Here each change of a document is parsed, checked,
 * written and told by the one thread that serves everybody, at some 20 MB a second.
 */
const MAX_BYTES = 10_000_000

/** Throws 413 for a document that is too large, 400 for one that is too deep or has an attribute name that is not allowed. */
export function assertDocument(document: LakeDocument) {
  assertSafeJson(document, MAX_LEVELS)
  const bytes = Buffer.byteLength(jsonOf(document))
  if (bytes <= MAX_BYTES) return
  throw mutationError(
    413,
    `Document "${document._id}" has ${bytes} bytes; ${MAX_BYTES} is the limit. Split it.`,
  )
}
