import type {Locale} from '@coworkmed/schemas/locales'
import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Localized} from '@coworkmed/schemas/localized/localized'

/** ` lang="it" dir="ltr"` for a text in another language than what stands around it; else nothing. */
export function languageAttributes(text: Localized<unknown> | undefined, locale: Locale): string {
  if (!text || text.locale === locale) return ''
  return ` lang="${text.locale}" dir="${localeDefinition(text.locale).direction}"`
}
