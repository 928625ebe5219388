import {sayFault} from '../../faults/sayFault.ts'
import type {Refusal} from '../builder/protocol.ts'
import type {Line} from '../line.ts'
import {newestDeliveries} from '../newestDeliveries.ts'
import type {ReceiptDraft} from '../receipts/receipt.ts'
import type {Asked} from './asked.ts'
import {refusalOf} from './publishRefused.ts'

/** Ends a publish that failed: the old site stays, what waits goes on waiting, and everybody hears why. */
export function refuse(
  {publishes, progress, log}: Pick<Line, 'publishes' | 'progress' | 'log'>,
  asked: Pick<Asked, 'deliveries' | 'beganAt'>,
  error: unknown,
): void {
  const refusal = refusalOf(error, progress.step())
  const at = new Date().toISOString()
  try {
    publishes.refuse(refusal, at, refusedReceipts(asked, refusal))
  } catch (cause) {
    log.error({err: cause}, 'the refusal could not be kept') // a full disk: it may be why all failed
  }
  progress.end({outcome: 'refused', at, reason: sayRefusal(refusal), refusal})
  log.error({refusal, err: error}, 'refused: the last good release stays')
}

const sayRefusal = ({message, todo = null}: Refusal) =>
  todo === null ? message : sayFault({message, todo})

/** Of every document that waits, and of the one at fault, in the language at fault. */
function refusedReceipts(
  {deliveries, beganAt}: Pick<Asked, 'deliveries' | 'beganAt'>,
  refusal: Refusal,
): ReceiptDraft[] {
  const waiting = newestDeliveries(deliveries)
  const atFault = refusal.document === null ? [] : [refusal.document]
  return [...new Set([...atFault, ...waiting.keys()])].map((document) => {
    const delivery = waiting.get(document)
    return {
      document,
      documentType: delivery?.documentType ?? '',
      revision: delivery?.revision ?? null,
      language: document === refusal.document ? (refusal.language ?? '') : '',
      transaction: delivery?.transactionId || null,
      publishedAt: delivery?.transactionTime ?? new Date(beganAt).toISOString(),
      address: null,
      contentRevision: null,
      changes: [],
      changed: 0,
      steps: {},
      refusal: null, // the publish's own is told
      findings: [],
    }
  })
}
