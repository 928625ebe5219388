import {withoutHiddenLanguages} from '@coworkmed/schemas/localized/translationState'

import type {SiteDocument} from './documents.ts'
import {documentTypes} from './documents.ts'

/** The content one release is made of: every published document, in the order of its ids. */
export type Snapshot = readonly SiteDocument[]

/**
 * Turns the answer of the content backend into a snapshot, the only door through which content comes in:
 * languages that visitors must not see (draft, missing) are taken out here, and drafts and versions refused.
 * Throws when the answer is not a list of documents of types the site knows.
 */
export function parseSnapshot(answer: unknown): Snapshot {
  if (!Array.isArray(answer)) {
    throw new Error(`The content is not a list of documents but ${typeof answer}. Check the query.`)
  }
  return answer.map(parseDocument).toSorted((a, b) => (a._id < b._id ? -1 : 1))
}

function parseDocument(value: unknown): SiteDocument {
  if (!isSiteDocument(value)) {
    throw new Error(
      `This is not a published document of a type the site knows: ${JSON.stringify(value)?.slice(0, 120)}. ` +
        'Ask for published documents only, and list the type in documents.ts.',
    )
  }
  return withoutHiddenLanguages(value)
}

function isSiteDocument(value: unknown): value is SiteDocument {
  if (typeof value !== 'object' || value === null) return false
  if (!('_id' in value && '_type' in value)) return false
  const {_id: id, _type: type} = value
  return (
    typeof id === 'string' &&
    !/^(drafts|versions)\./.test(id) &&
    documentTypes.some((known) => known === type)
  )
}
