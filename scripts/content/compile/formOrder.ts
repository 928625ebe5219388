import type {Locale} from '@coworkmed/schemas/locales'
import {localeIds, sourceLocale} from '@coworkmed/schemas/locales'

/** The languages as a form lists them: the one that is written first comes first. */
export const formOrder: readonly Locale[] = [
  sourceLocale,
  ...localeIds.filter((locale) => locale !== sourceLocale),
]

/** Orders the languages of a field as forms list them, by their keys. */
export const byFormOrder = (a: {_key: string}, b: {_key: string}): number => placeOf(a) - placeOf(b)

const placeOf = ({_key}: {_key: string}) => formOrder.findIndex((locale) => locale === _key)
