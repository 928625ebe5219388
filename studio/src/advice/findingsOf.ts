import type {Finding} from '@coworkmed/schemas/parse/finding'
import {parseDocument} from '@coworkmed/schemas/parse/parseDocument'

const known = new WeakMap<object, readonly Finding[]>()

/**
 * What the site leaves out of a document, whichever version of it. Each document object is parsed once. A field that is
 * merely empty does not count: nothing of it is lost.
 */
export function findingsOf(document: object): readonly Finding[] {
  const before = known.get(document)
  if (before) return before
  const findings = parseDocument(asPublished(document))?.findings ?? []
  const leftOut = findings.filter(({path, found}) => path.length > 1 || found !== '')
  known.set(document, leftOut)
  return leftOut
}

/** With the id it has, or will have, once it is published: a document may refer to itself. */
const asPublished = (document: object) =>
  '_id' in document && typeof document._id === 'string'
    ? {...document, _id: document._id.replace(DRAFT_OR_VERSION, '')}
    : document

const DRAFT_OR_VERSION = /^(drafts|versions\.[^.]+)\./
