import {z} from 'zod'

import type {Delivery} from '../inbox.ts'

const payload = z.looseObject({
  _id: z.string().min(1),
  _type: z.string().catch(''),
  _rev: z.string().nullable().catch(null),
  operation: z.string().catch(''),
})

/**
 * What a webhook is about, from its headers and body; a sentence when something is missing.
 * The key is the idempotency key as sent, with or without the quotes of a structured-field string.
 * `now` stands in for the time of a transaction that does not say it.
 */
export function parseDelivery(headers: Headers, body: Buffer, now: number): Delivery | string {
  const key = headers.get('idempotency-key')?.replaceAll('"', '').trim()
  if (!key) return 'The idempotency-key header is missing.'
  const parsed = payload.safeParse(parseJson(body))
  if (!parsed.success) return 'The body is not a JSON object with an _id.'
  const {data} = parsed
  const operation = headers.get('sanity-operation') ?? data.operation
  return {
    key,
    documentId: headers.get('sanity-document-id') ?? data._id,
    documentType: data._type,
    revision: operation === 'delete' ? null : data._rev,
    operation,
    transactionId: headers.get('sanity-transaction-id') ?? '',
    transactionTime: parseTime(headers.get('sanity-transaction-time'), now),
  }
}

function parseTime(header: string | null, now: number) {
  const time = Date.parse(header ?? '')
  return new Date(Number.isNaN(time) ? now : time).toISOString()
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
