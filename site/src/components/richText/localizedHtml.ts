import type {Locale} from '@coworkmed/schemas/locales'
import type {Localized} from '@coworkmed/schemas/localized/localized'

import {escapeHtml} from './escapeHtml.ts'
import {languageAttributes} from './languageAttributes.ts'

/** A text as HTML; one in another language than what stands around it says so to screen readers. */
export function localizedHtml(text: Localized<string>, locale: Locale): string {
  const words = escapeHtml(text.value)
  return text.locale === locale ? words : `<span${languageAttributes(text, locale)}>${words}</span>`
}
