import type {SitePage} from '@coworkmed/site/renderer'

import {BuildFailure} from './buildFailure.ts'

/**
 * The gate: a page that no visitor should see is refused. It must be whole, have a title and a heading, and every
 * address of this site that it names must be there.
 */
export function checkPage(page: SitePage, html: string, hasFile: (path: string) => boolean): void {
  if (!page.file.endsWith('.html')) return
  const refuse = (what: string) => {
    throw new BuildFailure(`The page ${page.path} ${what}.`, {
      step: 'gate',
      document: page.id,
      language: page.locale,
    })
  }
  if (!html.endsWith('</html>')) refuse('is not whole')
  if (!/<title>[^<]/.test(html)) refuse('has no title')
  if (!html.includes('<h1')) refuse('has no heading')
  const fileFrom = filesFrom(page.path)
  for (const [, address = ''] of html.matchAll(ADDRESS)) {
    const file = fileFrom(address)
    if (file !== undefined && !hasFile(file)) refuse(`names ${address}, which is not there`)
  }
}

/** Addresses on this site, relative or from the root; those of others begin with a scheme or `//`. */
const ADDRESS = / (?:href|src)="(?![a-z][a-z+.-]*:|\/\/|#)([^"#?]+)/g

/**
 * Finds the file at an address. The pages of a section name much the same ones by the same way up: each is resolved once
 * for all of them.
 */
function filesFrom(page: string) {
  const section = page.replace(/[^/]*\/$/, '')
  if (sections.size > SECTIONS_KEPT) sections.clear()
  const known = sections.get(section) ?? new Map<string, string>()
  sections.set(section, known)
  return (address: string) => {
    if (!address.startsWith('../')) return fileAt(address, page)
    const before = known.get(address)
    if (before !== undefined) return before
    const file = fileAt(address, page)
    if (known.size > FILES_KEPT) known.clear()
    known.set(address, file)
    return file
  }
}

const sections = new Map<string, Map<string, string>>()
const SECTIONS_KEPT = 100
const FILES_KEPT = 5000

function fileAt(address: string, from: string) {
  const path = decodeURI(pathAt(address, from)).slice(1)
  return path === '' || path.endsWith('/') ? `${path}index.html` : path
}

/** As browsers resolve it; most addresses only climb, and take no parser. */
function pathAt(address: string, from: string) {
  const climbing = /^((?:\.\.\/)*)(?:\.\/)?([\w/-]*(?:\.\w+)?)$/.exec(address)
  const [, up = '', rest = ''] = climbing ?? []
  const folders = from.split('/')
  return climbing && !rest.startsWith('/') && up.length / 3 < folders.length - 1
    ? `${folders.slice(0, -1 - up.length / 3).join('/')}/${rest}`
    : new URL(address, `http://site${from}`).pathname
}
