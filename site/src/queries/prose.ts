/// <reference types="astro/client" />
import type {Locale} from '@coworkmed/schemas/locales'
import {isLocale, localeDefinition, localeIds} from '@coworkmed/schemas/locales'
import type {MDXInstance} from 'astro'

type Prose = MDXInstance<{title: string; description: string}>

const files = import.meta.glob<Prose>('../prose/*/*.mdx', {eager: true})

/** A text that belongs to the code, in the locale's language or the nearest that has it. */
export function prose(name: 'about' | 'legal', locale: Locale): {text: Prose; locale: Locale} {
  for (const candidate of [locale, ...localeDefinition(locale).fallback, ...localeIds]) {
    const text = files[`../prose/${name}/${candidate}.mdx`]
    if (text && isLocale(candidate)) return {text, locale: candidate}
  }
  throw new Error(`No text "${name}" in any language. Add prose/${name}/${locale}.mdx.`)
}

/** The languages a text is written in. */
export const proseLocales = (name: 'about' | 'legal'): Locale[] =>
  localeIds.filter((locale) => files[`../prose/${name}/${locale}.mdx`] !== undefined)
