import type {Locale} from '../locales.ts'
import {isLocale, localeDefinition, localeIds} from '../locales.ts'

/** One value in one language, as `sanity-plugin-internationalized-array` stores it. */
export interface LocalizedItem<Value> {
  _key: string
  language?: string
  value?: Value
}

/** All languages of one field. */
export type LocalizedValue<Value> = readonly LocalizedItem<Value>[]

/** A value, and the language it is really in: not always the one that was asked for. */
export interface Localized<Value> {
  value: Value
  locale: Locale
}

/**
 * The value to show in a language: its own, else the nearest of the fallback chain, else any.
 * Empty strings and empty arrays count as missing. Gives `undefined` when no language has the field.
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

function isPresent<Value>(value: Value | null | undefined): value is Value {
  if (value === null || value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  return !Array.isArray(value) || value.length > 0
}
