import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'

import {remembered} from './remembered.ts'

/** A country's name: `GR` is `Grèce`. A code nobody knows is shown as it is. */
export function countryName(code: string, locale: Locale): string {
  return displayName(code, 'region', locale)
}

/** A language's name: `it` is `italien`. A code nobody knows is shown as it is. */
export function languageName(code: string, locale: Locale): string {
  return displayName(code, 'language', locale)
}

/**
 * A time zone as a language names it, summer or winter: `Europe/Athens` is `heure d’Europe de l’Est`.
 * `undefined` when there is none, or none that is known: the hours are then those of the place.
 */
export function timeZoneName(zone: string | undefined, locale: Locale): string | undefined {
  try {
    const format = new Intl.DateTimeFormat(localeDefinition(locale).intl, {
      timeZone: zone,
      timeZoneName: 'longGeneric',
    })
    const name = format.formatToParts(SUMMER_OF_2020).find(({type}) => type === 'timeZoneName')
    return zone ? name?.value : undefined
  } catch {
    return undefined
  }
}

/** A moment when zones that know summer time keep it: their names then cover both halves of the year. */
const SUMMER_OF_2020 = Date.UTC(2020, 6, 1)

/** `a, b et c` */
export const listText = (members: readonly string[], locale: Locale): string =>
  listFormat(locale).format(members)

const listFormat = remembered(
  (locale: Locale) => new Intl.ListFormat(localeDefinition(locale).intl, {type: 'conjunction'}),
)

/** Orders names as readers of a language expect: Čakovec before Zagreb. */
export const nameCollator = remembered(
  (locale: Locale) => new Intl.Collator(localeDefinition(locale).intl, {numeric: true}),
)

const displayName = remembered((code: string, type: 'region' | 'language', locale: Locale) => {
  try {
    return displayNames(type, locale).of(code) ?? code
  } catch {
    return code
  }
})

const displayNames = remembered(
  (type: 'region' | 'language', locale: Locale) =>
    new Intl.DisplayNames(localeDefinition(locale).intl, {type}),
)
