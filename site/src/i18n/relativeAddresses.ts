/** A page's HTML with every address on this site (`/fr/reunions/`) as the way there from the page at `path`. */
export const relativeAddresses = (html: string, path: string): string =>
  html.replace(TAG, (tag) =>
    tag
      .replace(ADDRESSES, (_, name: string, value: string) => {
        const parts = name === 'srcset' ? value.split(', ') : [value]
        return ` ${name}="${parts.map((part) => relativeAddress(part, path)).join(', ')}"`
      })
      .replace(FORWARD, (_, start: string, to: string) => start + relativeAddress(to, path)),
  )

/** The way from one page to an address: from `/fr/projet/` to `/fr/reunions/#a` it is `../reunions/#a`. */
export function relativeAddress(address: string, from: string): string {
  if (!/^\/(?!\/)/.test(address)) return address
  const [path = ''] = address.split(/[#?\s]/, 1)
  const here = from.split('/').slice(1, -1)
  const there = path.split('/').slice(1)
  const parting = here.findIndex((folder, index) => folder !== there[index])
  const shared = parting === -1 ? here.length : parting
  const way = '../'.repeat(here.length - shared) + there.slice(shared).join('/')
  return (way || './') + address.slice(path.length)
}

/** A start tag whole, whatever its quoted values hold. */
const TAG = /<[a-z](?:[^>"]|"[^"]*")*>/gi
const ADDRESSES = /\s(href|src|srcset)="([^"]*)"/g
/** `<meta http-equiv="refresh" content="0;url=/fr/">` */
const FORWARD = /^(<meta http-equiv="refresh" content="\d+;url=)([^"]*)/
