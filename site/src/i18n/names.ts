import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'

/** A country's name: `GR` is `Grèce`. A code nobody knows is shown as it is. */
export function countryName(code: string, locale: Locale): string {
  return displayName(code, 'region', locale)
}

/** A language's name: `it` is `italien`. A code nobody knows is shown as it is. */
export function languageName(code: string, locale: Locale): string {
  return displayName(code, 'language', locale)
}

/** `a, b et c` */
export const listText = (members: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(localeDefinition(locale).intl, {type: 'conjunction'}).format(members)

/** Orders names as readers of a language expect: Čakovec before Zagreb. */
export const nameCollator = (locale: Locale): Intl.Collator =>
  new Intl.Collator(localeDefinition(locale).intl, {numeric: true})

function displayName(code: string, type: 'region' | 'language', locale: Locale) {
  try {
    return new Intl.DisplayNames(localeDefinition(locale).intl, {type}).of(code) ?? code
  } catch {
    return code
  }
}
