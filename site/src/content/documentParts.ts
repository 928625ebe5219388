import {isLocalizedArray} from '@coworkmed/schemas/localized/walk'

import type {SiteDocument} from './documents.ts'
import {shortDigest} from './shortDigest.ts'

/** What is too long to be kept in memory: one language of a text, or a whole field that is none, without a language. */
interface LongPart {
  field: string
  language: string
  json: string
}

/** A document taken apart, so that each part can be told from what it was before. */
export interface DocumentParts {
  /** The document without its long parts: the items of texts that had one say so with `isLong`. */
  short: object
  /** The fields that are left out as a whole. */
  longFields: string[]
  longParts: LongPart[]
  /**
   * The digest of each part: `when` for a fact, `title.fr` for one language of a text, `title` for which languages a
   * text has, `*` for which fields there are, and the empty name for the document's being there at all.
   */
  digests: Record<string, string>
  /** The ids it refers to, at any depth. */
  references: string[]
}

/** Takes a document apart. */
export function documentParts(document: SiteDocument): DocumentParts {
  const longParts: LongPart[] = []
  const longFields: string[] = []
  const digests: Record<string, string> = {
    '': 'there',
    '*': shortDigest(Object.keys(document).join(' ')),
  }
  const references = new Set<string>()
  const short = Object.entries(document).map(([field, value]): [string, unknown] => {
    const json = JSON.stringify(value)
    for (const [, id] of json.matchAll(REFERENCE)) if (id) references.add(JSON.parse(id))
    if (!Array.isArray(value) || !isLocalizedArray(value)) {
      digests[field] = shortDigest(json)
      if (json.length < LONG) return [field, value]
      longFields.push(field)
      longParts.push({field, language: '', json})
      return [field, null]
    }
    const items: {language?: string; value?: unknown}[] = value
    digests[field] = shortDigest(items.map(({language}) => language).join(' '))
    return [field, items.map((item) => shortItem(item, field))]
  })
  return {
    short: Object.fromEntries(short),
    longFields,
    longParts,
    digests,
    references: [...references],
  }

  function shortItem(item: {language?: string; value?: unknown}, field: string) {
    const {value, ...rest} = item
    const language = item.language ?? ''
    const json = JSON.stringify(value) ?? ''
    digests[`${field}.${language}`] = shortDigest(json)
    if (json.length < LONG) return item
    longParts.push({field, language, json})
    return {...rest, isLong: true}
  }
}

/** In UTF-16 units of JSON: titles, summaries and dates are shorter, reports and statements longer. */
const LONG = 1500
const REFERENCE = /"_ref":("(?:[^"\\]|\\.)*")/g
