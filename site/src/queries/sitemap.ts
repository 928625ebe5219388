import type {Section} from '@coworkmed/schemas/locales'
import {localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument, PageType} from '#content/documents.ts'
import {homePath, localizedPath, sectionPath} from '#i18n/localizedPath.ts'
import type {LocalePath} from './pageHead.ts'
import {documentHead, sectionHead} from './pageHead.ts'
import {proseLocales} from './prose.ts'

/** One page as the sitemap lists it. */
export interface SitemapEntry {
  path: string
  alternates: LocalePath[]
}

/** Every page that has its own text, with its other languages; pages that only borrow are left out. */
export function sitemapEntries(content: Content): SitemapEntry[] {
  const everywhere: Section[] = ['meetings', 'partners', 'policies', 'typology', 'accessibility']
  const heads = localeIds.flatMap((locale) => [
    sectionHead(locale, homePath),
    ...everywhere.map((section) => sectionHead(locale, (each) => sectionPath(section, each))),
    ...(['about', 'legal'] as const).map((name) =>
      sectionHead(locale, (each) => sectionPath(name, each), proseLocales(name)),
    ),
    ...pageTypes
      .flatMap((type) => content.list<PageType, PageDocument>(type, (document) => document))
      .filter((document) => localizedPath(document, locale))
      .map((document) => documentHead(document, locale)),
  ])
  return heads
    .filter(({alternates}) => alternates.length > 0)
    .map(({path, alternates}) => ({path, alternates}))
}

const pageTypes: PageType[] = ['meeting', 'partner', 'policy', 'thirdPlaceType']
