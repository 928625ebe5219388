import type {Context} from 'hono'
import {Hono} from 'hono'

/** Where the publisher answers, and the word that opens its receipts; the browser never sees the latter. */
export interface PublisherAccess {
  /** On this machine: `http://127.0.0.1:3901`. */
  publisherUrl: string
  operatorToken: string
}

/** What may be read, and with which parameters; everything else of the publisher stays out of a browser's reach. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  '/status': [],
  '/receipts': ['document', 'language', 'limit'],
  '/events': [],
}

/** The answer must begin within this time; events then go on for as long as somebody listens. */
const LONGEST_WAIT_MS = 10_000

/**
 * The publisher's receipts, status and events for the Studio's own pages, to be mounted at `/publisher`. Only reads:
 * a page of another site can neither call it nor pass headers through it. Answers 503 when `access` is missing and 502
 * when the publisher is away, both as `{error}`.
 */
export function publisherProxy(access: PublisherAccess | undefined): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    context.header('cache-control', 'no-store')
    return isOwnPage(context) ? next() : refuse(context, 403, 'Only the Studio may ask this.')
  })
  for (const [path, parameters] of Object.entries(READABLE)) {
    app.get(path, (context) =>
      access
        ? pass(context, access, pathWith(path, parameters, context))
        : refuse(context, 503, 'No publisher is configured here.'),
    )
    app.all(path, (context) => {
      context.header('allow', 'GET')
      return refuse(context, 405, 'This can only be read, with GET.')
    })
  }
  app.all('*', (context) => refuse(context, 404, 'There is nothing here.'))
  return app
}

/** Browsers say where a request comes from; programs, which could lie, gain nothing here that they have not. */
const isOwnPage = (context: Context) =>
  ['same-origin', 'none', undefined].includes(context.req.header('sec-fetch-site'))

function pathWith(path: string, parameters: readonly string[], context: Context) {
  const search = new URLSearchParams()
  for (const name of parameters) {
    const value = context.req.query(name)
    if (value !== undefined) search.set(name, value)
  }
  return search.size > 0 ? `${path}?${search}` : path
}

async function pass(context: Context, access: PublisherAccess, path: string) {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), LONGEST_WAIT_MS)
  try {
    const answer = await fetch(new URL(path, access.publisherUrl), {
      headers: {authorization: `Bearer ${access.operatorToken}`},
      redirect: 'manual',
      signal: late.signal,
    })
    return answer.ok ? await passOn(answer) : await explain(context, answer)
  } catch {
    return refuse(context, 502, 'The publisher does not answer.')
  } finally {
    clearTimeout(timer)
  }
}

/** Events as they happen, everything else whole; of the publisher's headers only what the body is. */
async function passOn(answer: Response) {
  const type = answer.headers.get('content-type') ?? 'application/octet-stream'
  const headers = {'content-type': type, 'cache-control': 'no-store'}
  if (answer.body === null || !type.startsWith('text/event-stream')) {
    return new Response(await answer.text(), {headers})
  }
  return new Response(whileItLasts(answer.body), {headers})
}

/** A publisher that goes away ends its events, and no more; pages connect again by themselves. */
function whileItLasts(body: ReadableStream<Uint8Array>) {
  const events = body.getReader()
  return new ReadableStream<Uint8Array>({
    async pull(page) {
      const {done, value} = await events.read().catch(() => ENDED)
      if (done) page.close()
      else page.enqueue(value)
    },
    cancel: () => events.cancel(),
  })
}

const ENDED = {done: true, value: undefined} as const

/** What the publisher minds is for its operator, who reads this server's answers, not for a guessing page. */
async function explain(context: Context, answer: Response) {
  await answer.body?.cancel()
  const refused = answer.status === 401 || answer.status === 403
  return refuse(
    context,
    502,
    refused
      ? 'The publisher does not know this Studio: start both with the same data folder.'
      : `The publisher answered ${answer.status}.`,
  )
}

const refuse = (context: Context, status: 403 | 404 | 405 | 502 | 503, error: string) =>
  context.json({error}, status)
