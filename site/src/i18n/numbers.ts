import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'

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
  const intl = localeDefinition(locale).intl
  if (unit === '%') {
    return new Intl.NumberFormat(intl, {style: 'percent', maximumFractionDigits: 2}).format(
      value / 100,
    )
  }
  const number = new Intl.NumberFormat(intl, {useGrouping: 'always', maximumFractionDigits: 2})
  return unit ? `${number.format(value)}\u00a0${unit}` : number.format(value)
}

/** From here on an amount is said in words: `1 Md €`. */
const COMPACT_FROM = 1e9

function currencyFormat(amount: number, currency: string, locale: Locale) {
  const compact = amount >= COMPACT_FROM
  return new Intl.NumberFormat(localeDefinition(locale).intl, {
    style: 'currency',
    currency,
    useGrouping: 'always',
    ...(compact
      ? {notation: 'compact', maximumFractionDigits: 1}
      : Number.isInteger(amount)
        ? {maximumFractionDigits: 0}
        : {}),
  })
}
