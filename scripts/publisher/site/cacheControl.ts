/**
 * Addresses whose name changes with their bytes: `/assets/style.K7D40y4x.css`, `/pictures/<digest>.webp`.
 * The source of a pattern that means the same to JavaScript, PCRE (nginx) and RE2 (Caddy).
 */
export const LASTING_ADDRESS =
  '^/(?:pictures/[0-9a-f]{16,}|(?:assets|map)/.+[.][A-Za-z0-9_-]{8,})[.][a-z0-9]+$'

/** For those addresses: kept for a year, and never asked for again. */
export const A_YEAR = 'public, max-age=31536000, immutable'

/** For every other page and file, and for redirects: an address that moved may move back. */
export const ALWAYS_ASK = 'public, max-age=0, must-revalidate'

/** For what is not there, or no more: it may be there in a second. */
export const NOT_KEPT = 'no-store'

const lasting = new RegExp(LASTING_ADDRESS)

/** How long what stands at an address may be kept. */
export const cacheControl = (path: string) => (lasting.test(path) ? A_YEAR : ALWAYS_ASK)
