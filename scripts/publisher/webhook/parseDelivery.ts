import {z} from 'zod'

import type {Delivery} from '../inbox.ts'

const payload = z.looseObject({_id: z.string().min(1)})

/**
 * What a webhook is about, from its headers and body; a sentence when something is missing.
 * The key is the idempotency key as sent, with or without the quotes of a structured-field string.
 */
export function parseDelivery(headers: Headers, body: Buffer): Delivery | string {
  const key = headers.get('idempotency-key')?.replaceAll('"', '').trim()
  if (!key) return 'The idempotency-key header is missing.'
  const parsed = payload.safeParse(parseJson(body))
  if (!parsed.success) return 'The body is not a JSON object with an _id.'
  return {
    key,
    documentId: headers.get('sanity-document-id') ?? parsed.data._id,
    transactionId: headers.get('sanity-transaction-id') ?? '',
    operation: headers.get('sanity-operation') ?? '',
  }
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
