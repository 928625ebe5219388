/** A page's HTML with every address on this site (`/fr/reunions/`) as the way there from the page at `path`. */
export const relativeAddresses = (html: string, path: string): string =>
  html.replace(TAG, (tag) => {
    if (!tag.includes('/')) return tag
    return tag
      .replace(ADDRESSES, (_, name: string, value: string) => {
        const parts = name === 'srcset' ? value.split(', ') : [value]
        return ` ${name}="${parts.map((part) => relativeAddress(part, path)).join(', ')}"`
      })
      .replace(FORWARD, (_, start: string, to: string) => start + relativeAddress(to, path))
  })

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

/** A start tag whole, whatever its quoted values hold. */
const TAG = /<[a-z](?:[^>"]|"[^"]*")*>/gi
const ADDRESSES = /\s(href|src|srcset)="([^"]*)"/g
/** `<meta http-equiv="refresh" content="0;url=/fr/">` */
const FORWARD = /^(<meta http-equiv="refresh" content="\d+;url=)([^"]*)/
