import {localized} from '@coworkmed/schemas/localized/localized'
import type {Locale} from '@coworkmed/schemas/locales'

import type {Content} from '#content/createContent.ts'
import type {PageType, ReferenceTo} from '#content/documents.ts'
import {localizedPath} from '#i18n/localizedPath.ts'
import {escapeHtml} from './escapeHtml.ts'

/** A link to a page of the site in the reader's language; plain text when the page is not published. */
export function internalLink(
  content: Content,
  reference: ReferenceTo<PageType> | undefined,
  locale: Locale,
  childrenHtml: string,
): string {
  const document = content.get(reference)
  const path = document && localized(document.title, locale) && localizedPath(document, locale)
  return path ? `<a href="${escapeHtml(path)}">${childrenHtml}</a>` : childrenHtml
}
