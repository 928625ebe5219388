import {z} from 'zod'

import type {Delivery} from '../inbox.ts'

/** As the backends write them. */
const id = z.string().regex(/^[\w][\w.-]{0,127}$/)
const transaction = z.string().regex(/^[\w.:-]{0,128}$/)

const payload = z.looseObject({
  _id: id,
  _type: z.string().max(128).catch(''),
  _rev: transaction.nullable().catch(null),
  operation: z.string().max(20).catch(''),
  transactionId: transaction.nullish().catch(undefined),
  transactionTime: z.iso.datetime({offset: true}).nullish().catch(undefined),
})

const LONGEST_KEY = 200

/**
 * What a webhook is about; a sentence when something is missing. All of it stands in the signed body, as anybody may write
 * the headers of a replay; they complete only what a hook that was set up by hand leaves out. The key is the idempotency
 * key as sent, with or without the quotes of a structured-field string. `now` stands in for the time of a transaction that
 * does not say it.
 */
export function parseDelivery(headers: Headers, body: Buffer, now: number): Delivery | string {
  const key = headers.get('idempotency-key')?.replaceAll('"', '').trim().slice(0, LONGEST_KEY)
  if (!key) return 'The idempotency-key header is missing.'
  const parsed = payload.safeParse(parseJson(body))
  if (!parsed.success) return 'The body is not a JSON object with the _id of a document.'
  const {data} = parsed
  const operation = data.operation || (headers.get('sanity-operation') ?? '').slice(0, 20)
  const saidTransaction = transaction.safeParse(headers.get('sanity-transaction-id'))
  return {
    key,
    documentId: data._id,
    documentType: data._type,
    revision: operation === 'delete' ? null : data._rev,
    operation,
    transactionId: data.transactionId ?? saidTransaction.data ?? '',
    transactionTime: timeOf(data.transactionTime ?? headers.get('sanity-transaction-time'), now),
  }
}

/** Nothing is told before it has happened. */
function timeOf(said: string | null, now: number) {
  const time = Date.parse(said ?? '')
  return new Date(Number.isNaN(time) ? now : Math.min(time, now)).toISOString()
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
