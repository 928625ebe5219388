import {inOneLanguage} from '@coworkmed/schemas/localized/inOneLanguage'
import {outdatedLocales} from '@coworkmed/schemas/localized/outdatedLocales'
import {referencesIn} from '@coworkmed/schemas/parse/parseDocument'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'
import {localizedFields} from '@coworkmed/schemas/localized/walk'
import {localeIds} from '@coworkmed/schemas/locales'

import {claimsOf} from './claims.ts'
import {namedSources} from './namedSources.ts'
import type {ParsedDocument} from './parseDocument.ts'
import {shortDigest} from './shortDigest.ts'

/**
 * What is too long to be kept in memory: one language of a text; or a whole field that is none, without a language, and
 * as each language shows it when it has texts within.
 */
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
   * text has, `statements.fr` for what French readers see of a long field with texts within, `*` for which fields there
   * are, `*sources` and `*outdated.fr` for what follows from it, and the empty name for the document's being there at all.
   */
  digests: Record<string, string>
  /** The ids it refers to, at any depth. */
  references: string[]
  derived: DerivedFacts
}

/** What follows from a document alone, and is found once instead of by every page. */
export interface DerivedFacts {
  /** The ids of the sources it names. */
  sources: string[]
  /** The languages whose source has changed since. */
  outdated: string[]
  /** What it refers to, each once: the id, then the types that the field takes. */
  targets: readonly (readonly string[])[]
  /** The addresses at which it would stand: see `claimsOf`. */
  claims: string[]
}

/** Takes a document apart. */
export function documentParts({document, targets}: ParsedDocument): DocumentParts {
  const longParts: LongPart[] = []
  const longFields: string[] = []
  const derived = {
    sources: namedSources(document),
    outdated: 'translations' in document ? outdatedLocales(document) : [],
    targets: targets ?? referencesIn({...document}).map(({id, to}) => [id, ...to]),
    claims: claimsOf(document),
  }
  const digests: Record<string, string> = {
    '': document._type,
    '*': shortDigest(Object.keys(document).join(' ')),
    '*sources': shortDigest(derived.sources.join(' ')),
    ...Object.fromEntries(derived.outdated.map((locale) => [`*outdated.${locale}`, 'true'])),
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
      addLanguages(field, value)
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
    derived,
  }

  function addLanguages(field: string, value: unknown) {
    if (localizedFields(value).length === 0) return
    for (const language of localeIds) {
      const json = JSON.stringify(inOneLanguage(value, language))
      digests[`${field}.${language}`] = shortDigest(json)
      longParts.push({field, language, json})
    }
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
