import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'
import {IntlMessageFormat} from 'intl-messageformat'

import type {MessageKey} from './messages.ts'
import {messagePattern} from './messages.ts'
import {remembered} from './remembered.ts'

type MessageValues = Record<string, string | number>

/** Gives a text of the interface in one language, its placeholders filled. */
export interface Translator {
  (key: MessageKey, values?: MessageValues): string
  locale: Locale
}

/** The texts of the interface in one language. Formats are compiled once and kept. */
export const translator = remembered((locale: Locale): Translator => {
  const translate = (key: MessageKey, values?: MessageValues) =>
    values ? String(format(key, locale).format(values)) : plainText(key, locale)
  return Object.assign(translate, {locale})
})

const plainText = remembered((key: MessageKey, locale: Locale) =>
  String(format(key, locale).format()),
)

const format = remembered((key: MessageKey, wanted: Locale) => {
  const {pattern, locale} = messagePattern(key, wanted)
  // Texts are escaped where they enter HTML; a "<" in one is a "<".
  return new IntlMessageFormat(pattern, localeDefinition(locale).intl, undefined, {
    ignoreTag: true,
  })
})
