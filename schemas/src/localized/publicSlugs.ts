import {isRecord} from '../isRecord.ts'
import type {Locale} from '../locales.ts'
import {localeIds} from '../locales.ts'
import {localized} from './localized.ts'
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
  const titles = textsOf(shown, 'title')
  const slugs = textsOf(shown, 'slug').flatMap(({value, ...line}) =>
    isRecord(value) && typeof value.current === 'string' && value.current !== ''
      ? [{...line, value: value.current}]
      : [],
  )
  return localeIds.flatMap((language) => {
    const current = localized(titles, language) && localized(slugs, language)?.value
    return current ? [{language, current}] : []
  })
}

function textsOf(document: object, field: string) {
  const lines: unknown = Reflect.get(document, field)
  return (Array.isArray(lines) ? lines : []).flatMap((line: unknown) =>
    isRecord(line) && typeof line.language === 'string'
      ? [{_key: line.language, language: line.language, value: line.value}]
      : [],
  )
}
