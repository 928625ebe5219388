import type {Locale, Section} from '@coworkmed/schemas/locales'
import {localeDefinition, localeIds, sourceLocale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageType} from '#content/documents.ts'
import {pageTypes} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {basinOutlines} from './basinMap.ts'
import {documentPages, documentPath} from './documentPages.ts'
import {movedAddresses} from './movedAddresses.ts'

/** What stands at an address. */
type View = 'home' | 'notFound' | Section | PageType | 'moved' | 'gone' | 'file'

/** One address of the site, and what is there. */
export interface SitePage {
  /** As it is asked for: `/fr/reunions/florence-2017-10-05/`. */
  path: string
  /** Where its bytes lie: `fr/reunions/florence-2017-10-05/index.html`. */
  file: string
  view: View
  locale: Locale | null
  /** The document it is about. */
  id: string | null
  /** Of an address whose page has moved: where it is now. */
  to?: string
  /** Of an address whose page has moved or was withdrawn: where it stood. */
  section?: Section
}

/** Every address of the site, in no particular order. */
export const sitePages = query('sitePages', (content: Content): SitePage[] => {
  const drawing = basinOutlines(content)
  const {moved, gone} = movedAddresses(content)
  return [
    ...['robots.txt', 'sitemap.xml', ...(drawing ? [`map/${drawing.file}`] : [])].map(plainFile),
    // Astro makes no page of a file whose name begins with an underscore.
    {...plainFile('redirects.txt'), file: '_redirects'},
    {...plainFile('gone.txt'), file: '_gone'},
    {...page('/', 'home', null), file: 'index.html'},
    {...page('/404/', 'notFound', null), file: '404.html'},
    ...localeIds.flatMap(pagesOfLocale),
    ...pageTypes.flatMap((type) => pagesOfType(content, type)),
    ...moved.map(({path, locale, id, to, section}) => ({
      ...page(path, 'moved', locale),
      id,
      to,
      section,
    })),
    ...gone.map(({path, locale, section}) => ({...page(path, 'gone', locale), section})),
  ]
})

/** What is at an address; `null` when nothing is. */
export const pageAt = query('pageAt', (content: Content, path: string): SitePage | null => {
  const pages = sitePages(content)
  const known = byPath.get(pages) ?? new Map(pages.map((each) => [each.path, each]))
  byPath.set(pages, known)
  return known.get(path) ?? known.get(`${path}/`) ?? null
})

const byPath = new WeakMap<readonly SitePage[], Map<string, SitePage>>()

function pagesOfLocale(locale: Locale): SitePage[] {
  const sections = Object.entries(localeDefinition(locale).paths)
  return [
    page(`/${locale}/`, 'home', locale),
    {...page(`/${locale}/404/`, 'notFound', locale), file: `${locale}/404.html`},
    ...sections.flatMap(([view, word]) =>
      isSection(view) ? [page(`/${locale}/${word}/`, view, locale)] : [],
    ),
  ]
}

function pagesOfType(content: Content, type: PageType): SitePage[] {
  return content.ids(type).flatMap((id) =>
    documentPages(content, id).map((each) => ({
      ...page(documentPath(each), type, each.locale),
      id,
    })),
  )
}

const page = (path: string, view: View, locale: Locale | null): SitePage => ({
  path,
  file: `${path.slice(1)}index.html`,
  view,
  locale,
  id: null,
})

const plainFile = (file: string): SitePage => ({
  path: `/${file}`,
  file,
  view: 'file',
  locale: null,
  id: null,
})

const isSection = (name: string): name is Section =>
  Object.keys(localeDefinition(sourceLocale).paths).includes(name)
