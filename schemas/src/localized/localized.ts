import type {Locale} from '../locales.ts'
import {isLocale, localeDefinition, localeIds} from '../locales.ts'
import type {LocalizedItem} from './localizedItems.ts'
import {isPresent} from './localizedItems.ts'

/** All languages of one field. */
export type LocalizedValue<Value> = readonly LocalizedItem<Value>[]

/** A value, and the language it is really in: not always the one that was asked for. */
export interface Localized<Value> {
  value: Value
  locale: Locale
}

/**
 * The value to show in a language: its own, else the nearest of the fallback chain, else any. Takes parsed content, or
 * `localizedItems` of other. Gives `undefined` when no language has the field.
 */
export function localized<Value>(
  values: LocalizedValue<Value> | null | undefined,
  locale: Locale,
): Localized<Value> | undefined {
  const chain = [locale, ...localeDefinition(locale).fallback, ...localeIds]
  for (const candidate of chain) {
    const value = values?.find((item) => item.language === candidate)?.value
    if (isPresent(value) && isLocale(candidate)) return {value, locale: candidate}
  }
  return undefined
}

/** The value in exactly this language, or `undefined`. */
export function inLocale<Value>(
  values: LocalizedValue<Value> | null | undefined,
  locale: Locale,
): Value | undefined {
  const value = values?.find((item) => item.language === locale)?.value
  return isPresent(value) ? value : undefined
}
