import {translationDigests} from '@coworkmed/schemas/localized/translationDigests'
import {localizedFields} from '@coworkmed/schemas/localized/walk'
import type {Locale} from '@coworkmed/schemas/locales'
import {sourceLocale} from '@coworkmed/schemas/locales'

import {schemaType} from './schemaTypes.ts'
import {formOrder} from './formOrder.ts'
import type {SeedDocument} from './seedDocument.ts'

/** When the translations of the seed were made. */
const MARKED_AT = '2026-11-23T08:00:00Z'

/**
 * A copy that says how far each language is: written in the source language, machine translation with
 * the digests it was made from, or missing (no title, or no text at all where a type has no title).
 */
export function withTranslationStates(document: SeedDocument): SeedDocument {
  const fields = schemaType(document._type)?.fields ?? []
  if (!fields.some(({name}) => name === 'translations')) return document
  const digests = translationDigests(document, sourceLocale).map(({path, digest}, index) => ({
    _key: `digest-${index + 1}`,
    _type: 'fieldDigest',
    path,
    digest,
  }))
  const entries = formOrder.map((locale) => ({
    _key: locale,
    _type: 'translationState',
    language: locale,
    ...stateIn(document, locale, digests),
  }))
  return {...document, translations: entries}
}

function stateIn(document: SeedDocument, locale: Locale, digests: readonly object[]) {
  if (locale === sourceLocale) return {state: 'source'}
  if (!isWrittenIn(document, locale)) return {state: 'missing'}
  return {state: 'machine', markedAt: MARKED_AT, digests}
}

function isWrittenIn(document: SeedDocument, locale: Locale) {
  const fields = localizedFields(document)
  const main = fields.filter(({path}) => path === 'title')
  return (main.length > 0 ? main : fields).some(({items}) =>
    items.some((item) => item.language === locale),
  )
}
