import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageType, ReferenceTo} from '#content/documents.ts'
import {pageLink} from '#queries/links.ts'
import {anchor} from './link.ts'

/** A link to a page of the site in the reader's language; plain text when the page is not published. */
export function internalLink(
  content: Content,
  reference: ReferenceTo<PageType> | undefined,
  locale: Locale,
  childrenHtml: string,
): string {
  const link = pageLink(content, reference, locale)
  return link ? anchor(link.path, childrenHtml) : childrenHtml
}
