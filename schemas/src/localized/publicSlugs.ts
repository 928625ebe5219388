import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {localeIds} from '../locales.ts'
import {isAddressSlug} from './addressSlug.ts'
import {localized} from './localized.ts'
import {localizedItems} from './localizedItems.ts'
import {withoutHiddenLanguages} from './translationState.ts'

/** The last part of a page's address in one language. */
export interface LocaleSlug {
  language: Locale
  current: string
}

/**
 * Where a document stands in each language, as the site has it: by a slug of the language's own, else by the one it
 * falls back to; nowhere without a title that visitors may see.
 */
export function publicSlugs(document: object): LocaleSlug[] {
  const shown = withoutHiddenLanguages(document)
  const titles = localizedItems(Reflect.get(shown, 'title'))
  const slugs = localizedItems(Reflect.get(shown, 'slug')).flatMap(({value, ...item}) =>
    isRecord(value) && isAddressSlug(value.current) ? [{...item, value: value.current}] : [],
  )
  return localeIds.flatMap((language) => {
    const current = localized(titles, language) && localized(slugs, language)?.value
    return current ? [{language, current}] : []
  })
}
