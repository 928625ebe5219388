import type {Refusal, StepName} from '../builder/protocol.ts'
import {faultOf} from '../../faults/faultOf.ts'
import {refusalOfFault} from '../refusalOfFault.ts'

/** A publish that does not go live, for a reason an officer can mend. */
export class PublishRefused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/** Why a publish failed, as a receipt tells it; `step` is where, when the error does not say. */
export function refusalOf(error: unknown, step: StepName): Refusal {
  if (error instanceof PublishRefused) return error.refusal
  return refusalOfFault(faultOf(error), step)
}
