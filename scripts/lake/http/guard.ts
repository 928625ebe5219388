import type {MiddlewareHandler} from 'hono'

import {forbidden, misdirected} from '../errors.ts'

/**
 * Stands before every route: refuses other hosts (421), and writes from pages of other origins (403);
 * answers preflights; and gives CORS headers to listed origins only.
 */
export function guard(hosts: () => ReadonlySet<string>, origins: ReadonlySet<string>) {
  const handler: MiddlewareHandler = async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (!hosts().has(host)) {
      throw misdirected(`This server is not ${host}. Call it as ${[...hosts()].join(', ')}.`)
    }
    const origin = context.req.header('origin')
    const listed = origin !== undefined && origins.has(origin)
    if (origin !== undefined && !listed && !isRead(context.req.method)) {
      throw forbidden(
        `Pages of ${origin} may not write here, nor ask to. Listed: ${[...origins].join(', ')}.`,
      )
    }
    if (context.req.method === 'OPTIONS') {
      context.res = preflight(context.req.header('access-control-request-headers'))
    } else {
      await next()
    }
    context.header('vary', 'Origin', {append: true})
    context.header('x-content-type-options', 'nosniff')
    if (!listed) return
    context.header('access-control-allow-origin', origin)
    context.header('access-control-allow-credentials', 'true')
    context.header('access-control-expose-headers', 'Content-Type, Content-Length, Retry-After')
  }
  return handler
}

const isRead = (method: string) => method === 'GET' || method === 'HEAD'

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
