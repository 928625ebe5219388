import type {MiddlewareHandler} from 'hono'

/**
 * Refuses requests for another name (421), so that no page of the web can make a browser ask here under a name of its own.
 * Webhooks come under any name: they are signed.
 */
export function requireKnownHost(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header('host') ?? ''
    if (context.req.path === '/webhook' || hosts.has(host)) return next()
    const error = `This server is not ${host}. Call it as ${[...hosts].join(', ')}.`
    return context.json({error}, 421)
  }
}
