import {Hono} from 'hono'
import type {Log} from '../log.ts'
import {withAdvice} from '../withAdvice.ts'

import type {Inbox} from './inbox.ts'
import type {Status} from './status.ts'
import {receiveWebhook} from './webhook/receiveWebhook.ts'

interface ServerParts {
  inbox: Inbox
  status: Status
  secrets: readonly string[]
  log: Log
  /** Called after a new delivery was kept, before it is acknowledged. */
  onRecorded: () => void
}

/** The publisher's HTTP: `POST /webhook` and `GET /status`. */
export function publisherServer({inbox, status, secrets, log, onRecorded}: ServerParts): Hono {
  const app = new Hono()
  app.post('/webhook', async (context) => {
    const answer = await receiveWebhook(context.req.raw, {
      inbox,
      secrets,
      now: Date.now(),
      crashPoint: () => {},
    })
    if (answer.status === 202) onRecorded()
    return context.json(answer.body, answer.status)
  })
  app.all('/webhook', (context) => {
    context.header('allow', 'POST')
    return context.json({error: 'Webhooks are sent with POST.'}, 405)
  })
  app.get('/status', (context) => context.json(status.read()))
  app.notFound((context) => context.json({error: `There is nothing at ${context.req.path}.`}, 404))
  app.onError((cause, context) => {
    log.error({err: cause, path: context.req.path}, 'could not be answered')
    const error = `The publisher could not do it: ${withAdvice(cause)} Nothing was acknowledged; send it again later.`
    return context.json({error}, 500)
  })
  return app
}
