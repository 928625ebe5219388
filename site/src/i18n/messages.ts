/// <reference types="astro/client" />
import type {Locale} from '@coworkmed/schemas/locales'

import {remembered} from './remembered.ts'
import type source from './messages/fr.json'

/** The name of a text of the interface. */
export type MessageKey = keyof typeof source

type Messages = Partial<Record<string, string>>

const files = import.meta.glob<Messages>('./messages/*.json', {eager: true, import: 'default'})

/** The pattern of a text (ICU MessageFormat) and its language: English where the locale's file lacks it. */
export function messagePattern(key: MessageKey, locale: Locale): {pattern: string; locale: Locale} {
  const own = messagesOf(locale)?.[key]
  if (own !== undefined) return {pattern: own, locale}
  const pattern = messagesOf(REFERENCE)?.[key]
  if (pattern === undefined)
    throw new Error(`No message "${key}". Add it to messages/${REFERENCE}.json.`)
  return {pattern, locale: REFERENCE}
}

/** Which letters beyond plain Latin a language's interface needs. */
export const scriptsOf = remembered((locale: Locale) => {
  const texts = Object.values(messagesOf(locale) ?? {}).join('')
  return {
    extendedLatin: /[\u0100-\u0151\u0154-\u02ba]/u.test(texts),
    greek: /\p{Script=Greek}/u.test(texts),
  }
})

const REFERENCE: Locale = 'en'
const messagesOf = (locale: Locale) => files[`./messages/${locale}.json`]
