import type {Built} from '../builder/protocol.ts'
import type {Line} from '../line.ts'
import type {LastReceipt} from '../progress.ts'
import type {Asked} from './asked.ts'

interface Outcome {
  asked: Asked
  built: Built
  /** What the publish told of; nothing when there was nothing new. */
  documents: string[] | undefined
}

/** How many an event names; receipts name all. */
const NAMED_DOCUMENTS = 100

/** Ends a publish: its webhooks wait no more, nothing is refused any more, and everybody hears of it. */
export function settle(
  {inbox, publishes, releases, clock, progress, siteNow, crashPoint, log}: Line,
  {asked, built, documents}: Outcome,
): void {
  inbox.settle(asked.upTo)
  publishes.forgetRefusals()
  publishes.forgetOldest()
  crashPoint('after-settle')
  const nextChangeAt = siteNow === undefined ? built.nextChangeAt : null // else time stands still
  clock.wakeAt(nextChangeAt, asked.beganAt)
  progress.expectChange(nextChangeAt)

  const {release} = built
  const receipt: LastReceipt = {
    outcome: releases.live() === release ? 'live' : 'waiting',
    at: new Date().toISOString(),
    release,
    ms: Date.now() - asked.beganAt,
    documents: (documents ?? []).slice(0, NAMED_DOCUMENTS),
  }
  if (documents === undefined) return progress.endAsBefore(receipt)
  progress.end(receipt)
  log.info({...receipt, documents: documents.length}, receipt.outcome)
}
