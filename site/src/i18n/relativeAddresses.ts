/** A page's HTML with every address on this site (`/fr/reunions/`) as the way there from the page at `path`. */
export const relativeAddresses = (html: string, path: string): string =>
  html
    .replace(ADDRESS, (found: string, start: string, value: string, at: number) => {
      if (!isInTag(html, at)) return found
      const parts = start.includes('srcset') ? value.split(', ') : [value]
      return start + parts.map((part) => relativeAddress(part, path)).join(', ')
    })
    .replace(FORWARD, (_, start: string, to: string) => start + relativeAddress(to, path))

/** Whether a place in HTML is within a start tag, and in none of its quoted values. */
const isInTag = (html: string, at: number) =>
  OPEN_TAG.test(html.slice(html.lastIndexOf('<', at), at))

/** The way from one page to an address: from `/fr/projet/` to `/fr/reunions/#a` it is `../reunions/#a`. */
export function relativeAddress(address: string, from: string): string {
  if (!/^\/(?!\/)/.test(address)) return address
  const end = address.search(/[#?\s]|$/)
  let shared = 0
  for (let index = 0; index < end && address[index] === from[index]; index += 1) {
    if (address[index] === '/') shared = index + 1
  }
  const up = from.slice(shared).split('/').length - 1
  const way = '../'.repeat(up) + address.slice(shared, end)
  return (way || './') + address.slice(end)
}

const ADDRESS = /(\s(?:href|src|srcset)=")(\/[^"]*)/g
const OPEN_TAG = /^<[a-z](?:[^>"]|"[^"]*")*$/i
/** `<meta http-equiv="refresh" content="0;url=/fr/">` */
const FORWARD = /(<meta http-equiv="refresh" content="\d+;url=)([^"]*)/g
