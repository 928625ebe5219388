import type {Locale} from '../locales.ts'
import {localized} from './localized.ts'
import {withItems} from './walk.ts'

/** A copy of content with one language of each text, however deep: the one that `localized` gives in this language. */
export const inOneLanguage = (value: unknown, locale: Locale): unknown =>
  withItems(value, (items) => {
    const shown = localized(items, locale)?.locale
    return items.filter(({language}) => language === shown)
  })
