import {setTimeout as sleep} from 'node:timers/promises'

import type {Log} from '../../log.ts'
import type {Message} from './message.ts'
import {type Outcome, type SendOptions, sendMessage} from './sendMessage.ts'

export interface DeliveryOptions extends SendOptions {
  /** How long to wait before each further attempt. As many as there are numbers. */
  retryDelaysMs: readonly number[]
  log: Log
}

/** Asking whether anybody listens yet costs nothing, so a receiver that is starting is not kept waiting. */
const ABSENT_DELAY_MS = 1_000

/**
 * Delivers a message, or gives up and says so: what a hook missed, its receiver finds out by comparing.
 * Throws only when the lake is stopping.
 */
export async function deliverMessage(message: Message, options: DeliveryOptions): Promise<void> {
  const {signal, log} = options
  const {webhook, change} = message
  const about = {
    webhook: webhook.id,
    document: change.documentId,
    transaction: change.transactionId,
  }
  const delayAfter = createPatience(options.retryDelaysMs)

  for (let attempt = 1; ; attempt += 1) {
    const outcome = await sendMessage(message, options)
    signal.throwIfAborted()
    if (outcome.kind === 'delivered') return
    const retryInMs = delayAfter(outcome)
    const {reason} = outcome
    if (retryInMs === undefined) {
      log.error({...about, reason}, 'webhook not delivered, given up')
      return
    }
    if (attempt === 1 || outcome.kind === 'failed') {
      log.warn({...about, reason, retryInMs}, 'webhook not delivered yet')
    }
    await sleep(retryInMs, undefined, {signal})
  }
}

/** Says how long to wait after an attempt, or nothing when it was the last. */
function createPatience(retryDelaysMs: readonly number[]) {
  const delays = retryDelaysMs.values()
  const absentDelayMs = Math.min(ABSENT_DELAY_MS, ...retryDelaysMs)
  const giveUpAt = Date.now() + retryDelaysMs.reduce((sum, delay) => sum + delay, 0)

  return ({kind}: Outcome) => {
    if (kind === 'failed') return delays.next().value
    return kind === 'absent' && Date.now() < giveUpAt ? absentDelayMs : undefined
  }
}
