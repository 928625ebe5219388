import type {Inbox} from '../inbox.ts'
import {parseDelivery} from './parseDelivery.ts'
import {readBody} from './readBody.ts'
import {checkSignature} from './signature.ts'

/** Sanity's payloads are a projection; ours are a few hundred bytes. */
const MAX_BODY_BYTES = 1024 * 1024

interface Answer {
  status: 200 | 202 | 400 | 401 | 413
  body: Record<string, unknown>
}

/**
 * Takes one webhook: the size, then the signature over the raw bytes, then the shape, then the disk, then the answer.
 * 202 when it is kept, 200 when its key was seen before; 413, 401 or 400 with a reason, and nothing changed, otherwise.
 */
export async function receiveWebhook(
  request: Request,
  {inbox, secret, now}: {inbox: Inbox; secret: string; now: number},
): Promise<Answer> {
  const body = await readBody(request, MAX_BODY_BYTES)
  if (body === undefined) return refuse(413, `The body is larger than ${MAX_BODY_BYTES} bytes.`)

  const problem = checkSignature({
    header: request.headers.get('sanity-webhook-signature'),
    body,
    secret,
    now,
  })
  if (problem) return refuse(401, problem)

  const delivery = parseDelivery(request.headers, body)
  if (typeof delivery === 'string') return refuse(400, delivery)

  const isNew = inbox.record(delivery)
  return isNew
    ? {status: 202, body: {accepted: delivery.key}}
    : {status: 200, body: {seen: delivery.key}}
}

const refuse = (status: 400 | 401 | 413, error: string): Answer => ({status, body: {error}})
