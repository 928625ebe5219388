import {Hono} from 'hono'
import {compress} from 'hono/compress'

import type {Log} from '../../log.ts'
import {readMovedAddresses} from './movedAddresses.ts'
import {SECURITY_HEADERS} from './securityHeaders.ts'
import type {ServedRelease} from './siteResponse.ts'
import {siteResponse} from './siteResponse.ts'

/** Where the live release lies now: absolute, a folder that never changes. `undefined` before the first. */
export interface LiveSite {
  liveDirectory: () => string | undefined
  log?: Pick<Log, 'error'>
}

const SOON = {'retry-after': '5', 'cache-control': 'no-store'}

/**
 * Serves the live release: pages, 301 and 410 for addresses that were, the 404 of the visitor's language, security
 * headers, compressed copies, long caching of hashed files. One request is answered from one release, whatever is
 * swapped meanwhile.
 */
export function siteServer({liveDirectory, log}: LiveSite): Hono {
  const readRelease = rememberLast()
  const app = new Hono()
  app.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) context.header(name, value)
  })
  app.use(compress())
  app.get('/healthz', (context) => context.json({status: liveDirectory() ? 'ok' : 'starting'}))
  app.get('*', async (context) => {
    const directory = liveDirectory()
    if (!directory) return context.text('The site is being built for the first time.\n', 503, SOON)
    return siteResponse(await readRelease(directory), context.req.raw)
  })
  app.all('*', (context) => context.text('Pages are only read.\n', 405, {allow: 'GET, HEAD'}))
  app.onError((cause, context) => {
    log?.error({err: cause, path: context.req.path}, 'a page could not be read')
    return context.text('The page could not be read. Try again.\n', 503, SOON)
  })
  return app
}

/** Reads a release's lists once, however many requests it answers; anew after a failure. */
function rememberLast() {
  let last: ServedRelease | undefined
  return async (directory: string): Promise<ServedRelease> => {
    if (last?.directory === directory) return last
    const release = {directory, moved: await readMovedAddresses(directory)}
    last = release
    return release
  }
}
