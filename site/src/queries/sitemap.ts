import type {Section} from '@coworkmed/schemas/locales'
import {localeIds} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {pageTypes} from '#content/documents.ts'
import {homePath, sectionPath} from '#i18n/localizedPath.ts'
import type {LocalePath} from './pageHead.ts'
import {documentPaths, sectionHead} from './pageHead.ts'
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
  ])
  return [
    ...heads.map(entryOf),
    ...pageTypes.flatMap((type) => content.ids(type)).flatMap((id) => entriesOf(content, id)),
  ].filter(({alternates}) => alternates.length > 0)
}

/** A document's pages; what the sitemap says of them changes far less often than the document. */
function entriesOf(content: Content, id: string): SitemapEntry[] {
  const {written} = documentPaths(content, id)
  return written.map(({path}) => ({path, alternates: written}))
}

const entryOf = ({path, alternates}: SitemapEntry): SitemapEntry => ({path, alternates})
