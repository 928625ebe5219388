import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import {sectionOf} from '#i18n/localizedPath.ts'
import {documentPages, documentPath} from './documentPages.ts'
import type {PageHead} from './pageHead.ts'

/** What the page at a former address shows: where its document is now, in every language. */
export function movedPage(
  content: Content,
  {locale, id, path}: {locale: Locale; id: string; path: string},
) {
  const document = content.getPage({_ref: id})
  const languages = documentPages(content, id).map((page) => ({
    locale: page.locale,
    path: documentPath(page),
  }))
  const to = languages.find((each) => each.locale === locale)?.path
  if (!document || !to) throw new Error(`${path} leads to "${id}", which is not published.`)
  const head: PageHead = {
    locale,
    path,
    canonicalPath: to,
    alternates: [],
    languages,
    notice: undefined,
  }
  return {head, to, title: localized(document.title, locale), section: sectionOf(document._type)}
}
