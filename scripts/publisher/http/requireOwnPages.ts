import type {MiddlewareHandler} from 'hono'

import {isForeign} from '../../http/isForeign.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Refuses requests for another name (421), so that no page of the web can make a browser ask here under a name of its own,
 * and requests that a browser sends for any page (403): the Studio asks through its own server. Webhooks come under any
 * name: they are signed.
 */
export function requireOwnPages(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (context.req.path !== '/webhook' && !hosts.has(host)) {
      const error = `This server is not ${host}. Call it as ${[...hosts].join(', ')}.`
      return context.json({error}, 421)
    }
    if (!isForeign((name) => context.req.header(name), NONE)) return next()
    return context.json({error: 'Pages of other sites may ask nothing here.'}, 403)
  }
}
