import type {Locale} from '@coworkmed/schemas/locales'
import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument, PageType} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {localizedPath, sectionOf, slugOf} from '#i18n/localizedPath.ts'

/** One page of a document: what its address is made of. */
export interface DocumentPage {
  locale: Locale
  /** The section's word in the language: `reunions`. */
  section: string
  slug: string
}

/** The pages of one document, one in each language; none of a document that is not on the site. */
export const documentPages = query(
  'documentPages',
  (content: Content, id: string): DocumentPage[] => {
    const document: PageDocument | undefined = content.getPage({_ref: id})
    return document ? localeIds.flatMap((locale) => pageIn(content, document, locale)) : []
  },
)

function pageIn(content: Content, document: PageDocument, locale: Locale): DocumentPage[] {
  const slug = localizedPath(content, document, locale) && slugOf(document, locale)
  return slug ? [{locale, section: sectionWord(document._type, locale), slug}] : []
}

/** `reunions`: the word of the section a type belongs to. */
const sectionWord = (type: PageType, locale: Locale): string =>
  localeDefinition(locale).paths[sectionOf(type)]

/** `/fr/reunions/florence-2017-10-05/` */
export const documentPath = ({locale, section, slug}: DocumentPage): string =>
  `/${locale}/${section}/${slug}/`
