import type {MiddlewareHandler} from 'hono'

import {isForeign} from '../../http/isForeign.ts'
import {forbidden, misdirected} from '../errors.ts'

/**
 * Stands before every route: refuses other hosts (421), and whatever pages of other origins ask for (403); answers
 * preflights; and gives CORS headers to listed origins only.
 */
export function guard(hosts: () => ReadonlySet<string>, origins: ReadonlySet<string>) {
  const handler: MiddlewareHandler = async (context, next) => {
    const header = (name: string) => context.req.header(name)
    const host = header('host') ?? ''
    if (!hosts().has(host)) {
      throw misdirected(`This server is not ${host}. Call it as ${[...hosts()].join(', ')}.`)
    }
    if (isForeign(header, origins)) {
      const page = header('origin') ?? 'another site'
      throw forbidden(`Pages of ${page} may ask nothing here. Listed: ${[...origins].join(', ')}.`)
    }
    if (context.req.method === 'OPTIONS') {
      context.res = preflight(header('access-control-request-headers'))
    } else {
      await next()
    }
    const origin = header('origin')
    if (origin === undefined || !origins.has(origin)) return
    context.header('access-control-allow-origin', origin)
    context.header('access-control-allow-credentials', 'true')
    context.header('access-control-expose-headers', 'Content-Type, Content-Length, Retry-After')
  }
  return handler
}

/** What one page may read another may not: no cache between mixes them up, not even refusals. */
export const variesByOrigin: MiddlewareHandler = async (context, next) => {
  await next()
  context.header('vary', 'Origin', {append: true})
}

function preflight(requestedHeaders = '') {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, HEAD, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': requestedHeaders,
      'access-control-max-age': '7200',
    },
  })
}
