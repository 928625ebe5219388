import {extname} from 'node:path'

/** Types that are text: worth compressing. By extension. */
export const TEXT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.geojson': 'application/geo+json',
  '.ics': 'text/calendar; charset=utf-8',
  '.json': 'application/json',
  '.jsonld': 'application/ld+json',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.ttl': 'text/turtle; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
}

/** Types whose bytes are packed already. By extension. */
export const PACKED_TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** What a file without a type of its own is sent as: browsers save it. */
export const UNKNOWN_TYPE = 'application/octet-stream'

/** The content type of a file, by its name. */
export function contentType(name: string): string {
  const extension = extname(name)
  return TEXT_TYPES[extension] ?? PACKED_TYPES[extension] ?? UNKNOWN_TYPE
}

/** Whether a file is text, by its name. */
export const isText = (name: string) => extname(name) in TEXT_TYPES
