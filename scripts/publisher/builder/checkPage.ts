import type {SitePage} from '@coworkmed/site/renderer'

import {BuildFailure} from './buildFailure.ts'

/** A page, or what was made of it anew: a middle that is kept has passed the gate before. */
interface MadePage {
  text: string
  isWhole: boolean
}

/**
 * The gate: a page that no visitor should see is refused. It must be whole, have a title and a heading, and every
 * address of this site that it names must be there.
 */
export function checkPage(
  page: SitePage,
  {text: html, isWhole}: MadePage,
  hasFile: (path: string) => boolean,
): void {
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
  if (isWhole && !html.includes('<h1')) refuse('has no heading')
  for (const [, address = ''] of html.matchAll(ADDRESS)) {
    const file = fileAt(address, page.path)
    if (file !== undefined && !hasFile(file)) refuse(`names ${address}, which is not there`)
  }
}

/** Addresses on this site, relative or from the root; those of others begin with a scheme or `//`. */
const ADDRESS = / (?:href|src)="(?![a-z][a-z+.-]*:|\/\/|#)([^"#?]+)/g

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
