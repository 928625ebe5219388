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

/** Ends a publish: its webhooks wait no more, nothing is refused any more, and everybody hears of it. */
export function settle(
  {inbox, publishes, releases, clock, progress, crashPoint, log}: Line,
  {asked, built, documents}: Outcome,
): void {
  inbox.settle(asked.upTo)
  publishes.forgetRefusals()
  crashPoint('after-settle')
  clock.wakeAt(built.nextChangeAt, asked.beganAt)
  progress.expectChange(built.nextChangeAt)

  const {release} = built
  const receipt: LastReceipt = {
    outcome: releases.live() === release ? 'live' : 'waiting',
    at: new Date().toISOString(),
    release,
    ms: Date.now() - asked.beganAt,
    documents: documents ?? [],
  }
  if (documents === undefined) return progress.endAsBefore(receipt)
  progress.end(receipt)
  log.info(receipt, receipt.outcome)
}
