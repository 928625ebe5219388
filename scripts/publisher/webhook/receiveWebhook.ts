import type {CrashPoint} from '../crashPoint.ts'
import type {Inbox} from '../inbox.ts'
import {parseDelivery} from './parseDelivery.ts'
import {readBody} from './readBody.ts'
import {checkSignature} from './signature.ts'

/** Sanity's payloads are a projection; ours are a few hundred bytes. */
const MAX_BODY_BYTES = 1024 * 1024

/** What is on nobody's site. A sender that tells of it needs no second attempt. */
const UNPUBLISHED = /^(drafts\.|versions\.|_\.)/

interface Answer {
  status: 200 | 202 | 400 | 401 | 413
  body: Record<string, unknown>
}

interface Receiver {
  inbox: Inbox
  /** Every secret that is good now: two of them while one takes the other's place. */
  secrets: readonly string[]
  now: number
  crashPoint: CrashPoint
}

/**
 * Takes one webhook: the size, then the signature over the raw bytes, then the shape, then the disk, then the answer.
 * 202 when it is kept, 200 when its key was seen before or it is of a draft; 413, 401 or 400 with a reason, and nothing
 * changed, for what no repetition makes good. Rejects when the disk did not take it: then the sender is to try again.
 */
export async function receiveWebhook(
  request: Request,
  {inbox, secrets, now, crashPoint}: Receiver,
): Promise<Answer> {
  const body = await readBody(request, MAX_BODY_BYTES)
  if (body === undefined) return refuse(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`)

  const problem = checkSignature({
    header: request.headers.get('sanity-webhook-signature'),
    body,
    secrets,
    now,
  })
  if (problem) return refuse(401, problem)

  const delivery = parseDelivery(request.headers, body, now)
  if (typeof delivery === 'string') return refuse(400, delivery)
  if (UNPUBLISHED.test(delivery.documentId)) return ok({ignored: delivery.documentId})

  const isNew = inbox.record(delivery)
  crashPoint('after-record')
  return isNew ? {status: 202, body: {accepted: delivery.key}} : ok({seen: delivery.key})
}

const ok = (body: Answer['body']): Answer => ({status: 200, body})
const refuse = (status: 400 | 401 | 413, error: string): Answer => ({status, body: {error}})
