import {isRecord} from '@coworkmed/schemas/isRecord'
import type {Locale} from '@coworkmed/schemas/locales'
import {isLocale, localeIds, sourceLocale} from '@coworkmed/schemas/locales'

import {formOrder} from './formOrder.ts'
import type {Place} from './place.ts'
import {richTextFromText} from './richTextFromText.ts'

/** What one language of a localized field holds (`String`, `RichText`), or `undefined` for other types. */
export const localizedValueType = (type: string): string | undefined =>
  /^internationalizedArray(String|Text|RichText|Slug)$/.exec(type)?.[1]

/**
 * All languages of a field. A plain text is in the source language; a map has a text for each
 * language, and under `all` one for those not named.
 */
export function compileLocalized(value: unknown, type: string, {path}: Place) {
  const texts = textsByLocale(value, path)
  return formOrder.flatMap((locale) => {
    const text = texts.get(locale)
    return text === undefined ? [] : [localizedItem(`${type}Value`, locale, text)]
  })
}

/** One language of a field, with the language as its stable key. */
export function localizedItem(type: string, locale: Locale, text: string) {
  return {_key: locale, _type: type, language: locale, value: localizedItemValue(type, text)}
}

function localizedItemValue(type: string, text: string) {
  const trimmed = text.replace(/\n+$/, '')
  if (type === 'internationalizedArrayRichTextValue') return richTextFromText(trimmed)
  if (type === 'internationalizedArraySlugValue') return {_type: 'slug', current: trimmed}
  return trimmed
}

function textsByLocale(value: unknown, path: string): Map<Locale, string> {
  if (typeof value === 'string') return new Map([[sourceLocale, value]])
  if (!isRecord(value)) throw new Error(`${path}: write a text, or one for each language.`)
  const {all, ...named} = value
  const texts = new Map<Locale, string>()
  if (typeof all === 'string') localeIds.forEach((locale) => texts.set(locale, all))
  for (const [locale, text] of Object.entries(named)) {
    if (!isLocale(locale)) throw new Error(`${path}: "${locale}" is not a language of ours.`)
    if (typeof text !== 'string') throw new Error(`${path}.${locale}: write a text.`)
    texts.set(locale, text)
  }
  return texts
}
