import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {localized} from './localized.ts'
import {isLocalizedArray} from './walk.ts'

/** A copy of content with one language of each text, however deep: the one that `localized` gives in this language. */
export function inOneLanguage(value: unknown, locale: Locale): unknown {
  if (Array.isArray(value)) {
    if (!isLocalizedArray(value)) return value.map((member) => inOneLanguage(member, locale))
    const shown = localized(value, locale)?.locale
    return value.filter(({language}) => language === shown)
  }
  if (!isRecord(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [name, inOneLanguage(child, locale)]),
  )
}
