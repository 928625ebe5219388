import {createHash, timingSafeEqual} from 'node:crypto'

import type {MiddlewareHandler} from 'hono'

/** Lets pass who shows the operator's token; answers 401, and does nothing, otherwise. Compares in constant time. */
export function requireOperator(token: string): MiddlewareHandler {
  const expected = digest(token)
  return async (context, next) => {
    const given = /^Bearer (\S+)$/.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
    if (timingSafeEqual(digest(given), expected)) return next()
    context.header('www-authenticate', 'Bearer')
    const error =
      'This needs the operator token: `authorization: Bearer …` with what is in operator-token in DATA_DIR.'
    return context.json({error}, 401)
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
