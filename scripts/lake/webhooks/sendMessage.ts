import {encodeSignatureHeader, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {createHash} from 'node:crypto'

import type {Message} from './message.ts'

/** What came of an attempt: it arrived, nobody was there, it may arrive later, or it never will. */
export type Outcome = {kind: 'delivered'} | {kind: 'absent' | 'failed' | 'refused'; reason: string}

export interface SendOptions {
  projectId: string
  timeoutMs: number
  signal: AbortSignal
}

/**
 * Makes one attempt to deliver a message, signed anew. 2xx is success; 429, 5xx and silence may be tried again;
 * any other answer is final.
 * @see https://www.sanity.io/docs/webhooks
 */
export async function sendMessage(message: Message, options: SendOptions): Promise<Outcome> {
  const {webhook, body} = message
  const signature = await encodeSignatureHeader(body, Date.now(), webhook.secret)
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: {...headersOf(message, options), [SIGNATURE_HEADER_NAME]: signature},
      signal: AbortSignal.any([options.signal, AbortSignal.timeout(options.timeoutMs)]),
    })
    await response.body?.cancel()
    return outcomeOf(response.status)
  } catch (error) {
    const reason = reasonOf(error)
    return {kind: reason.includes('ECONNREFUSED') ? 'absent' : 'failed', reason}
  }
}

function outcomeOf(status: number): Outcome {
  if (status >= 200 && status < 300) return {kind: 'delivered'}
  const reason = `it answered ${status}`
  return status === 429 || status >= 500 ? {kind: 'failed', reason} : {kind: 'refused', reason}
}

function headersOf({webhook, change, operation}: Message, {projectId}: SendOptions) {
  return {
    'content-type': 'application/json',
    'idempotency-key': `"${idempotencyKey(webhook.id, change.transactionId, change.documentId)}"`,
    'user-agent': 'Sanity.io webhook delivery',
    'sanity-dataset': webhook.dataset,
    'sanity-document-id': change.documentId,
    'sanity-operation': operation,
    'sanity-project-id': projectId,
    'sanity-transaction-id': change.transactionId,
    'sanity-transaction-time': change.timestamp,
    'sanity-webhook-id': webhook.id,
  }
}

/** The same for every attempt at the same message, after a restart too. */
function idempotencyKey(...parts: string[]) {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 32)
}

/** fetch says only "fetch failed"; why is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message || error.name
}
