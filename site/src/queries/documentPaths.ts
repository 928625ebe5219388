import type {Locale} from '@coworkmed/schemas/locales'
import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument, PageType} from '#content/documents.ts'
import {sectionOf, slugOf} from '#i18n/localizedPath.ts'

/** One page of a document: what its address is made of, and what the page is about. */
export interface DocumentPath {
  locale: Locale
  sectionWord: string
  slug: string
  id: string
}

/**
 * Every page of the documents of one type, in every language.
 * Throws when two documents claim one address, naming both.
 */
export function documentPaths(content: Content, type: PageType): DocumentPath[] {
  return localeIds.flatMap((locale) => {
    const documents = content.list<PageType, PageDocument>(type, (document) => document)
    const paths = documents.flatMap((document) => pathOf(document, locale))
    refuseCollisions(paths, type)
    return paths
  })
}

function pathOf(document: PageDocument, locale: Locale): DocumentPath[] {
  const slug = slugOf(document, locale)
  const sectionWord = localeDefinition(locale).paths[sectionOf(document._type)]
  return slug ? [{locale, sectionWord, slug, id: document._id}] : []
}

function refuseCollisions(paths: readonly DocumentPath[], type: PageType) {
  for (const [slug, claims] of Map.groupBy(paths, (path) => path.slug)) {
    const [first, second] = claims
    if (!first || !second) continue
    throw new Error(
      `Two documents of type ${type} have the address "${slug}" in ${first.locale}: ` +
        `"${first.id}" and "${second.id}". Change the address (slug) of one of them.`,
    )
  }
}
