import type {Figure, Money} from '@coworkmed/schemas/content.generated'
import type {Localized} from '@coworkmed/schemas/localized/localized'
import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import {currencyRangeText, currencyText, numberText} from '#i18n/numbers.ts'
import {asOfText} from '#i18n/periods.ts'
import type {Translator} from '#i18n/translator.ts'
import type {Citation, Citations} from './citations.ts'

/** An amount or a figure as a page shows it. */
export interface Amount {
  label: Localized<string> | undefined
  /** The number with its bound and basis in words. */
  text: string
  /** Status, tax, date: what makes it mean something. */
  notes: string[]
  citation: Citation | undefined
}

/** An amount of money in words. `undefined` when the number itself is missing. */
export function moneyAmount(
  money: Money | undefined,
  t: Translator,
  citations: Citations,
): Amount | undefined {
  const text = moneyText(money, t)
  if (!money || !text) return undefined
  const notes = [
    money.status && t(`money.status.${money.status}`),
    money.vatIncluded === undefined
      ? undefined
      : t(money.vatIncluded ? 'money.vatIncluded' : 'money.vatExcluded'),
    asOfText(money.asOf, t),
  ]
  return {
    label: localized(money.label, t.locale),
    text,
    notes: notes.filter((note) => note !== undefined),
    citation: citations.of(money.source),
  }
}

/** `jusqu’à 4 000 € par personne`: the amount with its bound and basis. */
export function moneyText(money: Money | undefined, t: Translator): string | undefined {
  const amount = money && boundedText(money, t)
  if (!amount) return undefined
  return money.basis ? t(`money.${money.basis}`, {amount}) : amount
}

/** A number that is not money, in words. */
export function figureAmount(
  figure: Figure | undefined,
  t: Translator,
  citations: Citations,
): Amount | undefined {
  if (figure?.value === undefined) return undefined
  const value = numberText(figure.value, figure.unit, t.locale)
  const {bound} = figure
  const asOf = asOfText(figure.asOf, t)
  return {
    label: localized(figure.label, t.locale),
    text: bound && bound !== 'exact' ? t(`figure.${bound}`, {value}) : value,
    notes: asOf ? [asOf] : [],
    citation: citations.of(figure.source),
  }
}

function boundedText({bound, amount, min, max, currency}: Money, t: Translator) {
  if (bound === 'range') return rangeText(min, max, currency, t.locale)
  if (amount === undefined || !currency) return undefined
  const text = currencyText(amount, currency, t.locale)
  return bound === 'exact' ? text : t(`money.${bound}`, {amount: text})
}

function rangeText(
  min: number | undefined,
  max: number | undefined,
  currency: string,
  locale: Locale,
) {
  return min === undefined || max === undefined || !currency
    ? undefined
    : currencyRangeText(min, max, currency, locale)
}
