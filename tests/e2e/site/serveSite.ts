import {createServer} from 'node:http'
import {extname} from 'node:path'

import type {BuiltSite} from '../../contract/site/buildSite.ts'

/** What the strictest server in front of the site would say. */
const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'"

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves a finished site from memory on a free port of this machine, under a strict content security policy. */
export async function serveSite(
  site: BuiltSite,
): Promise<{url: string; close: () => Promise<void>}> {
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://site')
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname
    const file = site.files.get(path)
    const type = types[extname(path)] ?? 'application/octet-stream'
    response.writeHead(file ? 200 : 404, {'content-type': type, 'content-security-policy': POLICY})
    response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
