import {localized} from '@coworkmed/schemas/localized/localized'
import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale, Section} from '@coworkmed/schemas/locales'

import type {PageDocument, PageType} from '#content/documents.ts'

const sections: Record<PageType, Section> = {
  meeting: 'meetings',
  partner: 'partners',
  policy: 'policies',
  thirdPlaceType: 'typology',
}

/** The section a type of document belongs to. */
export const sectionOf = (type: PageType): Section => sections[type]

/** `/fr/` */
export const homePath = (locale: Locale): string => `/${locale}/`

/** `/fr/reunions/` */
export const sectionPath = (section: Section, locale: Locale): string =>
  `/${locale}/${localeDefinition(locale).paths[section]}/`

/** `/fr/reunions/florence-2017-10-05/`; `undefined` when visitors may see no language of the document. */
export function localizedPath(document: PageDocument, locale: Locale): string | undefined {
  const slug = slugOf(document, locale)
  return slug && `${sectionPath(sectionOf(document._type), locale)}${slug}/`
}

/** The document's address in a language; without one of its own, that of the language it falls back to. */
export function slugOf(document: PageDocument, locale: Locale): string | undefined {
  const visible = document.slug?.filter((item) => item.value?.current)
  return localized(document.title, locale) && localized(visible, locale)?.value.current
}
