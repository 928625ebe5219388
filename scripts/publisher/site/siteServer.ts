import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'
import {compress} from 'hono/compress'
import {etag} from 'hono/etag'

import type {Releases} from '../releases/releases.ts'
import {securityHeaders} from './securityHeaders.ts'
import {chooseLocale} from './chooseLocale.ts'
import {notFoundPage} from './notFoundPage.ts'

/** A name that changes with the bytes: `style.K7D40y4x.css`. */
const HASHED_NAME = /\.[\w-]{8,}\.\w+$/
const A_YEAR = 'public, max-age=31536000, immutable'
const FIRST_BUILD = 'The site is being built for the first time.\n'
const ALWAYS_ASK = 'public, max-age=0, must-revalidate'

/** Serves the live release: pages, the 404 of the visitor's language, security headers, long caching of hashed files. */
export function siteServer(releases: Releases): Hono {
  const app = new Hono()
  app.use(securityHeaders)
  app.use(compress())
  app.use(etag())

  app.get('/', (context, next) => {
    const directory = releases.liveDirectory()
    const locale = directory && chooseLocale(directory, context.req.header('accept-language'))
    if (!locale) return next()
    context.header('vary', 'Accept-Language')
    context.header('cache-control', ALWAYS_ASK)
    return context.redirect(`/${locale}/`, 302)
  })

  app.use(async (context, next) => {
    const directory = releases.liveDirectory()
    if (!directory) return context.text(FIRST_BUILD, 503, {'retry-after': '5'})
    const isHashed = HASHED_NAME.test(context.req.path)
    context.header('cache-control', isHashed ? A_YEAR : ALWAYS_ASK)
    return serveStatic({root: directory})(context, next)
  })

  app.notFound(async (context) => {
    const directory = releases.liveDirectory()
    const page = directory ? await notFoundPage(directory, context.req.path) : ''
    return context.html(page, 404, {'cache-control': 'no-store'})
  })
  return app
}
