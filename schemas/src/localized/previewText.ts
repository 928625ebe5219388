import type {Locale} from '../locales.ts'
import {sourceLocale} from '../locales.ts'
import {localized} from './localized.ts'
import {localizedItems} from './localizedItems.ts'

/** The text of a localized field for the Studio's lists: the project's own language first. Empty when there is none. */
export function previewText(value: unknown, locale: Locale = sourceLocale): string {
  const text = localized(localizedItems(value), locale)?.value
  return typeof text === 'string' ? text : ''
}
