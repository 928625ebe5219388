import type {
  Meeting,
  Partner,
  Policy,
  Region,
  Source,
  Tombstone,
  TranslationState,
} from '@coworkmed/schemas/content.generated'
import {isLocale} from '@coworkmed/schemas/locales'

import {createContent, type TrackedContent} from '../../../site/src/content/createContent.ts'
import type {SiteDocument} from '../../../site/src/content/documents.ts'
import type {ParsedDocument} from '../../../site/src/content/parseDocument.ts'
import {parseDocument} from '../../../site/src/content/parseDocument.ts'
import {openSnapshot} from '../../../site/src/content/snapshot/openSnapshot.ts'

/** Texts by language, as content holds them. */
export const texts = (values: Record<string, string>) =>
  Object.entries(values).map(([language, value]) => ({
    _key: language,
    _type: 'internationalizedArrayStringValue' as const,
    language,
    value,
  }))

/** Longer texts by language. */
export const longTexts = (values: Record<string, string>) =>
  texts(values).map((item) => ({...item, _type: 'internationalizedArrayTextValue' as const}))

/** Addresses by language. */
export const slugs = (values: Record<string, string>) =>
  Object.entries(values).map(([language, current]) => ({
    _key: language,
    _type: 'internationalizedArraySlugValue' as const,
    language,
    value: {_type: 'slug' as const, current},
  }))

/** Former addresses, each as its language and the last part: `fr florence`. */
export const formerSlugs = (...lines: string[]) =>
  lines.flatMap((line) => {
    const [language = '', ...current] = line.split(' ')
    const slug = {_key: line, _type: 'formerSlug' as const, current: current.join(' ')}
    return isLocale(language) ? [{...slug, language}] : []
  })

/** The state of one language. */
export const state = (
  language: TranslationState['language'],
  name: TranslationState['state'],
  more: Partial<TranslationState> = {},
) => ({_key: language, _type: 'translationState' as const, language, state: name, ...more})

/** A reference as a member of a list. */
export const reference = (id: string) => ({_key: id, _type: 'reference' as const, _ref: id})

/** A date as content holds it. */
export const date = (value: string) => ({_type: 'partialDate' as const, value})

/** A period as content holds it. */
export const period = (start: string, end?: string) => ({
  _type: 'period' as const,
  start: date(start),
  ...(end ? {end: date(end)} : {}),
})

const system = {
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-02T00:00:00Z',
  _rev: 'r1',
}

export const meeting = (fields: Partial<Meeting> & {_id: string}): Meeting => ({
  _type: 'meeting',
  ...system,
  ...fields,
})

export const policy = (fields: Partial<Policy> & {_id: string}): Policy => ({
  _type: 'policy',
  ...system,
  ...fields,
})

export const partner = (fields: Partial<Partner> & {_id: string}): Partner => ({
  _type: 'partner',
  ...system,
  ...fields,
})

export const source = (fields: Partial<Source> & {_id: string}): Source => ({
  _type: 'source',
  title: fields._id,
  ...system,
  ...fields,
})

export const region = (fields: Partial<Region> & {_id: string}): Region => ({
  _type: 'region',
  country: 'IT',
  ...system,
  ...fields,
})

export const tombstone = (fields: Partial<Tombstone> & {_id: string}): Tombstone => ({
  _type: 'tombstone',
  ...system,
  ...fields,
})

/** Documents as a snapshot takes them. */
export const parsedDocuments = (documents: readonly unknown[]): ParsedDocument[] =>
  documents.map(parseDocument).filter((parsed) => parsed !== undefined)

/** Content over some documents, as of a moment (ISO 8601), written in any way. */
export const contentOf = (
  documents: readonly SiteDocument[],
  now = '2026-11-23T12:00:00Z',
): TrackedContent => {
  const snapshot = openSnapshot(':memory:')
  snapshot.write(parsedDocuments(documents))
  const moment = new Date(now).toISOString()
  return createContent(snapshot, () => moment)
}
