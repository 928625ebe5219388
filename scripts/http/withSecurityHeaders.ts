import type {MiddlewareHandler} from 'hono'

/**
 * What every answer of a program carries, pages for visitors aside: no page may frame it, and what is in it runs nothing
 * unless it says itself what may run.
 */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'strict-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** Completes every answer, also those that handlers made by themselves and those of errors. */
export const withSecurityHeaders: MiddlewareHandler = async (context, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS))
    if (!context.res.headers.has(name)) context.header(name, value)
}
