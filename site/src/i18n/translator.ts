import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'
import {IntlMessageFormat} from 'intl-messageformat'

import type {MessageKey} from './messages.ts'
import {messagePattern} from './messages.ts'

type MessageValues = Record<string, string | number>

/** Gives a text of the interface in one language, its placeholders filled. */
export interface Translator {
  (key: MessageKey, values?: MessageValues): string
  locale: Locale
}

/** The texts of the interface in one language. Formats are compiled once and kept. */
export function translator(locale: Locale): Translator {
  const translate = (key: MessageKey, values: MessageValues = {}) =>
    String(format(key, locale).format(values))
  return Object.assign(translate, {locale})
}

const formats = new Map<string, IntlMessageFormat>()

function format(key: MessageKey, wanted: Locale) {
  const {pattern, locale} = messagePattern(key, wanted)
  const id = `${locale} ${key}`
  const known = formats.get(id)
  if (known) return known
  // Texts are escaped where they enter HTML; a "<" in one is a "<".
  const made = new IntlMessageFormat(pattern, localeDefinition(locale).intl, undefined, {
    ignoreTag: true,
  })
  formats.set(id, made)
  return made
}
