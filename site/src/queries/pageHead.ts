import {inLocale, localized} from '@coworkmed/schemas/localized/localized'
import {sourceLocaleOf, stateOf} from '@coworkmed/schemas/localized/translationState'
import type {Locale} from '@coworkmed/schemas/locales'
import {localeIds, sourceLocale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageDocument} from '#content/documents.ts'
import {query} from '#content/query.ts'
import {sectionOf} from '#i18n/localizedPath.ts'
import {documentPages, documentPath} from './documentPages.ts'

/** One page in one language, by its path. */
export interface LocalePath {
  locale: Locale
  path: string
}

/** What visitors must know of the text they are reading. */
export interface PageNotice {
  /** The language of the text, where it is not the page's own. */
  borrowedFrom: Locale | undefined
  /** Nobody has reviewed the translation. */
  machine: boolean
  /** The original changed after it was translated; both as ISO 8601. */
  outdated: {translated: string | undefined; changed: string} | undefined
  original: LocalePath | undefined
}

/** What the head of a page, its language switch and its notice say. */
export interface PageHead {
  locale: Locale
  path: string
  canonicalPath: string
  /** The page in each language that has its own text: hreflang. Empty on a page that only borrows. */
  alternates: LocalePath[]
  /** The page in every language, borrowed or not: the language switch. */
  languages: LocalePath[]
  notice: PageNotice | undefined
}

/** The head of a page that exists in each of these languages as `pathIn` says. */
export function sectionHead(
  locale: Locale,
  pathIn: (locale: Locale) => string,
  written: readonly Locale[] = localeIds,
  original: Locale = locale,
): PageHead {
  const borrowed = !written.includes(locale)
  return {
    locale,
    path: pathIn(locale),
    canonicalPath: pathIn(borrowed ? original : locale),
    alternates: borrowed ? [] : written.map((each) => ({locale: each, path: pathIn(each)})),
    languages: localeIds.map((each) => ({locale: each, path: pathIn(each)})),
    notice: borrowed
      ? {
          borrowedFrom: original,
          machine: false,
          outdated: undefined,
          original: {locale: original, path: pathIn(original)},
        }
      : undefined,
  }
}

/** The head of a document's page. A page that borrows its text points to the original as canonical. */
export function documentHead(content: Content, document: PageDocument, locale: Locale): PageHead {
  const {languages, written} = documentPaths(content, document._id)
  const paths = new Map(languages.map((each) => [each.locale, each.path]))
  const borrowed = !written.some((each) => each.locale === locale)
  const source = originalLocale(content, document, locale)
  const path = pathOf(document, paths.get(locale))
  return {
    locale,
    path,
    canonicalPath: (borrowed ? paths.get(source) : undefined) ?? path,
    alternates: borrowed ? [] : written,
    languages,
    notice: noticeOf(content, document, locale, {locale: source, path: paths.get(source) ?? ''}),
  }
}

/** The page for readers of other languages: that in the project's own, where it is among them. @see https://developers.google.com/search/docs/specialty/international/localized-versions#xdefault */
export const defaultPathOf = (written: readonly LocalePath[]): string | undefined =>
  written.find(({locale}) => locale === sourceLocale)?.path

/** What must be known of a document's page before its middle is made. */
export function documentFront(content: Content, locale: Locale, id: string) {
  const document: PageDocument | undefined = content.getPage({_ref: id}, locale)
  if (!document) throw new Error(`"${id}" is not published. Render its page no more.`)
  return {
    head: documentHead(content, document, locale),
    title: localized(document.title, locale)?.value ?? '',
    description: localized(document.summary, locale)?.value,
    section: sectionOf(document._type),
  }
}

/** A document's page in every language, and in those it is written in. */
export const documentPaths = query('documentPaths', (content: Content, id: string) => {
  const title = content.getPage({_ref: id})?.title
  const languages = documentPages(content, id).map((page) => ({
    locale: page.locale,
    path: documentPath(page),
  }))
  return {
    languages,
    written: languages.filter(({locale}) => inLocale(title, locale) !== undefined),
  }
})

function noticeOf(
  content: Content,
  document: PageDocument,
  locale: Locale,
  source: LocalePath,
): PageNotice | undefined {
  const textLocale = localized(document.title, locale)?.locale ?? locale
  const state = translationsOf(content, document._id).states.find(
    (each) => each.locale === textLocale,
  )
  const borrowedFrom = textLocale === locale ? undefined : textLocale
  const machine = state?.state === 'machine'
  const outdated = content.isOutdated(document._id, textLocale)
    ? {translated: state?.markedAt, changed: document._updatedAt}
    : undefined
  if (!borrowedFrom && !machine && !outdated) return undefined
  const original = source.locale === locale || !source.path ? undefined : source
  return {borrowedFrom, machine, outdated, original}
}

/** The language a document was written in, and how far the others are: all that its pages say of its translations. */
const translationsOf = query('translationsOf', (content: Content, id: string) => {
  const document: PageDocument | undefined = content.getPage({_ref: id})
  const states = localeIds.flatMap((locale) => {
    const {state, markedAt} = (document && stateOf(document, locale)) ?? {}
    return state ? [{locale, state, markedAt}] : []
  })
  return {source: sourceLocaleOf(document ?? {}), states}
})

/** The language the document was written in, else the one its text is borrowed from. */
function originalLocale(content: Content, document: PageDocument, locale: Locale) {
  const {source} = translationsOf(content, document._id)
  return inLocale(document.title, source) === undefined
    ? (localized(document.title, locale)?.locale ?? source)
    : source
}

function pathOf(document: PageDocument, path: string | undefined) {
  if (path) return path
  throw new Error(
    `The ${document._type} "${document._id}" has no address in any language visitors may see. ` +
      'Fill in its field "Address" (slug).',
  )
}
