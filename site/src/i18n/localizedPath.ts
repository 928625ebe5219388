import {localized} from '@coworkmed/schemas/localized/localized'
import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale, Section} from '@coworkmed/schemas/locales'

import {claimOf} from '#content/claims.ts'
import type {Content} from '#content/createContent.ts'
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

/**
 * `/fr/reunions/florence-2017-10-05/`; `undefined` when visitors may see no language of the document, or when an older
 * document has the address.
 */
export function localizedPath(
  content: Pick<Content, 'owns'>,
  document: PageDocument,
  locale: Locale,
): string | undefined {
  const path = wantedPath(document, locale)
  const slug = path && slugOf(document, locale)
  return slug && content.owns(document._id, claimOf(document._type, locale, slug))
    ? path
    : undefined
}

/** The same, whoever has the address. */
export function wantedPath(document: PageDocument, locale: Locale): string | undefined {
  const slug = slugOf(document, locale)
  return slug && `${sectionPath(sectionOf(document._type), locale)}${slug}/`
}

/** The document's address in a language; without one of its own, that of the language it falls back to. */
export const slugOf = (document: PageDocument, locale: Locale): string | undefined =>
  localized(document.title, locale) && localized(document.slug, locale)?.value.current
