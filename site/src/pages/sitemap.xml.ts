import type {APIRoute} from 'astro'

import {escapeHtml} from '#components/richText/escapeHtml.ts'
import {content} from '#content/content.ts'
import {defaultPathOf} from '#queries/pageHead.ts'
import type {SitemapEntry} from '#queries/sitemap.ts'
import {sitemapEntries} from '#queries/sitemap.ts'

/**
 * Every page with its other languages.
 * @see https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
 */
export const GET: APIRoute = ({site}) => {
  const absolute = (path: string) => escapeHtml(new URL(path, site).href)
  const urls = sitemapEntries(content).map((entry) => urlElement(entry, absolute))
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ]
  return new Response(xml.join('\n'), {headers: {'content-type': 'application/xml'}})
}

function urlElement({path, alternates}: SitemapEntry, absolute: (path: string) => string) {
  const original = defaultPathOf(alternates)
  const links = [...alternates, ...(original ? [{locale: 'x-default', path: original}] : [])].map(
    (other) =>
      `<xhtml:link rel="alternate" hreflang="${other.locale}" href="${absolute(other.path)}"/>`,
  )
  return `<url><loc>${absolute(path)}</loc>${links.join('')}</url>`
}
