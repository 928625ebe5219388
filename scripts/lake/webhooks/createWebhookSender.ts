import type {Log} from '../../log.ts'
import {breathe} from '../breathe.ts'
import type {Store} from '../store/createStore.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import {deliverMessage} from './deliverMessage.ts'
import type {Fault} from './faults.ts'
import {messageAbout} from './message.ts'
import type {Webhook} from './webhook.ts'

export interface SenderOptions {
  store: Store
  webhooks: readonly Webhook[]
  projectId: string
  log: Log
  /** Sanity tries twice more, 30 s apart. */
  retryDelaysMs?: readonly number[]
  timeoutMs?: number
  /** What goes wrong on the way, for tests of receivers. */
  fault?: Fault
}

const HALF_A_MINUTE_MS = 30_000

/**
 * Tells each hook of every change in the log, in order, one request at a time, at least once: where a hook is, is kept in
 * the store, and moves on only when a transaction was delivered or given up. A new hook begins with the next change.
 */
export function createWebhookSender(options: SenderOptions) {
  const {store, webhooks} = options
  const stopping = new AbortController()
  const runs = webhooks.map((webhook) => {
    const bell = createBell()
    const silence = store.onCommit(({dataset}) => {
      if (dataset === webhook.dataset) bell.ring()
    })
    return {done: keepTelling(webhook, options, bell, stopping.signal).finally(silence), bell}
  })

  return {
    /** Stops in the middle of whatever is running; it will be delivered after the next start. */
    async close() {
      stopping.abort()
      for (const {bell} of runs) bell.ring()
      await Promise.all(runs.map(({done}) => done))
    },
  }
}

type Bell = ReturnType<typeof createBell>

async function keepTelling(
  webhook: Webhook,
  options: SenderOptions,
  bell: Bell,
  signal: AbortSignal,
) {
  const {store, log} = options
  let seq = store.webhookCursor(webhook.id) ?? startHere(webhook, store)
  while (!signal.aborted) {
    const next = store.seqAfter(webhook.dataset, seq)
    if (next === null) {
      await bell.rung()
      continue
    }
    try {
      await tell(webhook, next, options, signal)
    } catch (error) {
      if (signal.aborted) return
      log.error({err: error, webhook: webhook.id, seq: next}, 'webhook not made, given up')
    }
    seq = next
    keepPlace(webhook, seq, options)
  }
}

/** A place that cannot be kept, as on a full disk, is kept with the next; after a restart some are told twice. */
function keepPlace({id}: Webhook, seq: number, {store, log}: SenderOptions) {
  try {
    store.moveWebhookCursor(id, seq)
  } catch (error) {
    log.error({err: error, webhook: id, seq}, 'the place of a webhook could not be kept')
  }
}

function startHere({id, dataset}: Webhook, store: Store) {
  const seq = store.lastSeq(dataset)
  store.moveWebhookCursor(id, seq)
  return seq
}

/** Tells a hook of each document that a transaction changed. */
async function tell(webhook: Webhook, seq: number, options: SenderOptions, signal: AbortSignal) {
  const {store, projectId, log, fault = (deliver) => deliver()} = options
  const {retryDelaysMs = [HALF_A_MINUTE_MS, HALF_A_MINUTE_MS], timeoutMs = HALF_A_MINUTE_MS} =
    options
  for (const change of store.eachChangeOf(seq, isPublishedId)) {
    await breathe()
    const message = await messageAbout(change, webhook)
    if (!message) continue
    const delivery = {projectId, timeoutMs, retryDelaysMs, log, signal}
    await fault(() => deliverMessage(message, delivery))
  }
}

/** Remembers one ring until somebody listens, so that none is lost between looking and waiting. */
function createBell() {
  let ringing = Promise.withResolvers<void>()
  return {
    ring: () => ringing.resolve(),
    async rung() {
      await ringing.promise
      ringing = Promise.withResolvers()
    },
  }
}
