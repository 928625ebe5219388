import {randomUUID} from 'node:crypto'

import {encodeSignatureHeader} from '@sanity/webhook'

import type {Line} from './line.ts'

/** What is wrong with a webhook on purpose. */
interface Change {
  /** When it says it was signed, in ms since 1970. */
  at?: number
  secret?: string
  key?: string
}

/** The status a webhook with this body is answered with; right in everything that `change` leaves alone. */
export async function sendWebhook(line: Line, body: string, change: Change = {}): Promise<number> {
  const {at = Date.now(), secret = line.webhookSecret, key = randomUUID()} = change
  const headers = {
    'content-type': 'application/json',
    'sanity-webhook-signature': await encodeSignatureHeader(body, at, secret),
    'idempotency-key': `"${key}"`,
  }
  const answer = await fetch(`${line.publisher}/webhook`, {method: 'POST', body, headers})
  return answer.status
}
