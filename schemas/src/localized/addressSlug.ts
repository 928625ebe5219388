import {shortened} from '../parse/finding.ts'

/**
 * Why a text cannot be the last part of an address, in a sentence for the officer; `undefined` when it can. All that makes
 * a path of content asks here: forms, pages, former addresses and tombstones.
 */
export function slugProblem(slug: unknown): string | undefined {
  const said = shortened(slug)
  if (typeof slug === 'string' && slug.length > MOST_BYTES)
    return `"${said}" is too long for an address. Use at most 96 letters.`
  if (typeof slug !== 'string' || !/^[\w.~-]*\w[\w.~-]*$/.test(slug))
    return `"${said}" cannot stand in an address. Use the letters a–z, digits, hyphens, dots and underscores.`
  if (RESERVED.test(slug)) return `The site itself uses "${said}". Choose another address.`
  return undefined
}

/** Whether a text can be the last part of an address. */
export const isAddressSlug = (slug: unknown): slug is string => slugProblem(slug) === undefined

/** Addresses that differ in this alone are one: many file systems do not tell capital letters from small ones. */
export const addressKey = (slug: string): string => slug.toLowerCase()

/** ASCII alone passes, so letters are bytes. */
const MOST_BYTES = 96

/** Names that the site or its servers use in any folder: files, their compressed copies, lists, open data. */
const RESERVED =
  /^(index\.html?|404(\.html)?|_gone|_redirects|_headers|robots\.txt|sitemap\.xml|feed\.xml|calendar\.ics|data|assets|pictures|map|con|prn|aux|nul)(\.(gz|br|zst))?$/i
