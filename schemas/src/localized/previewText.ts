import type {Locale} from '../locales.ts'
import {sourceLocale} from '../locales.ts'
import {localized} from './localized.ts'
import {isLocalizedArray} from './walk.ts'

/** The text of a localized field for the Studio's lists: the project's own language first. Empty when there is none. */
export function previewText(value: unknown, locale: Locale = sourceLocale): string {
  const items = Array.isArray(value) && isLocalizedArray(value) ? value : undefined
  const text = localized(items, locale)?.value
  return typeof text === 'string' ? text : ''
}
