import type {Locale, Section} from '@coworkmed/schemas/locales'
import {localeDefinition} from '@coworkmed/schemas/locales'

/** The address of a section's list in one language: `/fr/reunions/`. */
export const listPath = (locale: Locale, section: Section) =>
  `/${locale}/${localeDefinition(locale).paths[section]}/`

/** What a visitor gets at an address; no redirect is followed. */
export async function visit(site: string, path: string) {
  const answer = await fetch(new URL(path, site), {redirect: 'manual'})
  return {status: answer.status, html: await answer.text(), headers: answer.headers}
}

/** The page's heading, as text. */
export const headingOf = (html: string) => textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(html)?.[1] ?? '')

/** The addresses of the same page in other languages, by `hreflang`. */
export function alternatesOf(html: string): Record<string, string> {
  const links = html.matchAll(/<link\s[^>]*rel="alternate"[^>]*>/g)
  return Object.fromEntries(
    [...links].flatMap(([link]) => {
      const language = /hreflang="([^"]+)"/.exec(link)?.[1]
      const address = /href="([^"]+)"/.exec(link)?.[1]
      return language && address ? [[language, address]] : []
    }),
  )
}

/** Markup as a reader sees it: tags away, entities read, spaces joined. */
export const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
    .trim()
