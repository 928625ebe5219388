import {linkSchemes} from '@coworkmed/schemas/linkSchemes'

import {escapeHtml} from './escapeHtml.ts'

/** An address somebody typed, as a link; one whose scheme we do not allow stays plain text. */
export function link(href: unknown, childrenHtml: string): string {
  const safe = typeof href === 'string' ? safeHref(href) : undefined
  return safe ? `<a href="${escapeHtml(safe)}">${childrenHtml}</a>` : childrenHtml
}

/** The address, if it is absolute and its scheme is one of those we allow; else `undefined`. */
export function safeHref(href: string | null | undefined): string | undefined {
  const url = href ? URL.parse(href) : null
  const allowed = url && linkSchemes.some((scheme) => url.protocol === `${scheme}:`)
  return allowed ? url.href : undefined
}
