import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'

import {remembered} from './remembered.ts'

/**
 * `4 000 €`, `156 574,36 €`, `1 Md €`: cents only where there are some; thousands always grouped.
 * Throws when the currency is not three capital letters.
 */
export const currencyText = (amount: number, currency: string, locale: Locale): string =>
  currencyFormat(amount, currency, locale).format(amount)

/** `75 000–150 000 €`, the currency said as each language does. */
export const currencyRangeText = (
  min: number,
  max: number,
  currency: string,
  locale: Locale,
): string => currencyFormat(max, currency, locale).formatRange(min, max)

/** A number that is not money, with its unit: `313 m²`, `66,7 %`. */
export function numberText(value: number, unit: string | undefined, locale: Locale): string {
  if (unit === '%') return percentFormat(locale).format(value / 100)
  const text = plainFormat(locale).format(value)
  return unit ? `${text}\u00a0${unit}` : text
}

const percentFormat = remembered(
  (locale: Locale) =>
    new Intl.NumberFormat(localeDefinition(locale).intl, {
      style: 'percent',
      maximumFractionDigits: 2,
    }),
)

const plainFormat = remembered(
  (locale: Locale) =>
    new Intl.NumberFormat(localeDefinition(locale).intl, {
      useGrouping: 'always',
      maximumFractionDigits: 2,
    }),
)

/** From here on an amount is said in words: `1 Md €`. */
const COMPACT_FROM = 1e9

function currencyFormat(amount: number, currency: string, locale: Locale) {
  if (amount >= COMPACT_FROM) return moneyFormat('inWords', currency, locale)
  return moneyFormat(Number.isInteger(amount) ? 'whole' : 'cents', currency, locale)
}

const moneyFormat = remembered(
  (precision: keyof typeof precisions, currency: string, locale: Locale) =>
    new Intl.NumberFormat(localeDefinition(locale).intl, {
      style: 'currency',
      currency,
      useGrouping: 'always',
      ...precisions[precision],
    }),
)

const precisions = {
  inWords: {notation: 'compact', maximumFractionDigits: 1},
  whole: {maximumFractionDigits: 0},
  cents: {},
} as const
