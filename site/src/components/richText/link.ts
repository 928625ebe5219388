import {isBlank} from '@coworkmed/schemas/isBlank'
import {linkSchemes} from '@coworkmed/schemas/linkSchemes'

import {escapeHtml} from './escapeHtml.ts'

/** An address somebody typed, as a link; one whose scheme we do not allow stays plain text. */
export function link(href: unknown, childrenHtml: string): string {
  const safe = typeof href === 'string' ? safeHref(href) : undefined
  return safe ? anchor(safe, childrenHtml) : childrenHtml
}

/** Words that lead somewhere. An officer may have linked a space alone: it leads nowhere. */
export const anchor = (href: string, childrenHtml: string): string =>
  isBlank(childrenHtml.replace(/<[^>]*>/g, ''))
    ? childrenHtml
    : `<a href="${escapeHtml(href)}">${childrenHtml}</a>`

/** The address, if it is absolute and its scheme is one of those we allow; else `undefined`. */
export function safeHref(href: string | null | undefined): string | undefined {
  const url = href ? URL.parse(href) : null
  const allowed = url && linkSchemes.some((scheme) => url.protocol === `${scheme}:`)
  return allowed ? url.href : undefined
}
