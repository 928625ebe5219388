import {isRecord} from '@coworkmed/schemas/isRecord'
import type {LocalizedItem} from '@coworkmed/schemas/localized/localizedItems'
import {inLocale, localized} from '@coworkmed/schemas/localized/localized'
import {slugify} from '@coworkmed/schemas/localized/slugify'
import {isLocalizedArray} from '@coworkmed/schemas/localized/localizedItems'
import type {Locale} from '@coworkmed/schemas/locales'
import {localeDefinition} from '@coworkmed/schemas/locales'

import {localizedItem} from './compileLocalized.ts'
import {formOrder} from './formOrder.ts'
import {schemaType} from './schemaTypes.ts'
import type {SeedDocument} from './seedDocument.ts'

/**
 * A copy with an address in each language that has a title: the one written, else made from the title;
 * for a meeting from its city (or its country, where no city is known) and its date.
 */
export function withSlugs(document: SeedDocument): SeedDocument {
  const hasSlug = schemaType(document._type)?.fields?.some(({name}) => name === 'slug')
  if (!hasSlug) return document
  const {_id, _type, title, slug, ...fields} = document
  const slugs = formOrder
    .filter((locale) => inLocale(itemsOf(title), locale) !== undefined)
    .map((locale) => {
      const written = itemsOf(slug).find((item) => item.language === locale)
      return written ?? localizedItem(SLUG, locale, slugify(words(document, locale), locale))
    })
  return {_id, _type, title, slug: slugs, ...fields}
}

const SLUG = 'internationalizedArraySlugValue'

function words(document: SeedDocument, locale: Locale): string {
  const start = isRecord(document.when) ? document.when.start : undefined
  if (document._type === 'meeting' && isRecord(start) && isRecord(document.place)) {
    return `${placeName(document.place, locale)} ${String(start.value)}`
  }
  return String(inLocale(itemsOf(document.title), locale))
}

function placeName(place: Record<string, unknown>, locale: Locale) {
  const city = localized(itemsOf(place.city), locale)?.value
  const countries = new Intl.DisplayNames([localeDefinition(locale).intl], {type: 'region'})
  return city ?? countries.of(String(place.country))
}

function itemsOf(value: unknown): LocalizedItem<unknown>[] {
  return Array.isArray(value) && isLocalizedArray(value) ? value : []
}
