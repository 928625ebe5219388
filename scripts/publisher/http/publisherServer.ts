import {Hono} from 'hono'

import {withSecurityHeaders} from '../../http/withSecurityHeaders.ts'
import {withAdvice} from '../../withAdvice.ts'
import type {Publishing} from '../createPublishing.ts'
import type {Line} from '../line.ts'
import {receiveWebhook} from '../webhook/receiveWebhook.ts'
import {BadRequest} from './badRequest.ts'
import type {EventStreams} from './eventStream.ts'
import {listReceipts} from './listReceipts.ts'
import {pin} from './pin.ts'
import {readStatus} from './readStatus.ts'
import {requireOwnPages} from './requireOwnPages.ts'
import {requireOperator} from './requireOperator.ts'
import {rollBack} from './rollBack.ts'
import {unpin} from './unpin.ts'

interface ServerParts {
  line: Line
  events: EventStreams
  publishing: Pick<Publishing, 'request' | 'compareEverything'>
  /** The Host headers that mean this server. */
  hosts: ReadonlySet<string>
  /** Any of them may sign a webhook. */
  secrets: readonly string[]
  operatorToken: string
}

/** The publisher's HTTP: webhooks with a signature, `GET /status` for all, the rest for who has the operator's token. */
export function publisherServer(parts: ServerParts): Hono {
  const {line, events, publishing, secrets} = parts
  const app = new Hono()
  app.use(withSecurityHeaders, requireOwnPages(parts.hosts))

  app.post('/webhook', async (context) => {
    const {inbox, crashPoint} = line
    const receiver = {inbox, secrets, now: Date.now(), crashPoint}
    const answer = await receiveWebhook(context.req.raw, receiver)
    if (answer.status === 202) publishing.request()
    crashPoint('before-acknowledge')
    return context.json(answer.body, answer.status)
  })
  app.all('/webhook', (context) => {
    context.header('allow', 'POST')
    return context.json({error: 'Webhooks are sent with POST.'}, 405)
  })
  app.get('/healthz', (context) => {
    const {health, lastSuccessAt, builder, problem} = readStatus(line)
    return context.json({
      status: health,
      lastSuccessAt,
      builder,
      problem: problem?.sentence ?? null,
    })
  })
  app.get('/status', (context) => context.json(readStatus(line)))

  const operator = requireOperator(parts.operatorToken)
  app.get('/receipts', operator, (context) =>
    context.json(listReceipts(line.receipts, context.req.query())),
  )
  app.get('/events', operator, (context) => events.open(context.req.raw.signal))
  app.post('/rollback', operator, async (context) =>
    context.json(await rollBack(line, await readJson(context.req.raw))),
  )
  app.post('/pin', operator, (context) => context.json(pin(line)))
  app.post('/unpin', operator, (context) => context.json(unpin(line)))
  app.post('/publish', operator, (context) => {
    publishing.compareEverything()
    return context.json({accepted: true}, 202)
  })

  app.notFound((context) => context.json({error: `There is nothing at ${context.req.path}.`}, 404))
  app.onError((cause, context) => {
    if (cause instanceof BadRequest) return context.json({error: cause.message}, cause.status)
    line.log.error({err: cause, path: context.req.path}, 'could not be answered')
    const error = `The publisher could not do it: ${withAdvice(cause)} Nothing was acknowledged; send it again later.`
    return context.json({error}, 500)
  })
  return app
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json()
  } catch {
    throw new BadRequest('The body is not JSON.')
  }
}
