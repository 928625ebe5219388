import {withoutHiddenLanguages} from '@coworkmed/schemas/localized/translationState'

import type {SiteDocument} from './documents.ts'
import {isDocumentType} from './documents.ts'

/**
 * Takes one document of the content backend, the only door through which content comes in: languages that visitors
 * must not see (draft, missing) are taken out here, and drafts and versions refused.
 * Throws when it is no published document of a type the site knows.
 */
export function parseDocument(value: unknown): SiteDocument {
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
  return typeof id === 'string' && !/^(drafts|versions)\./.test(id) && isDocumentType(type)
}
