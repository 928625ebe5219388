import type {ContentError} from '@coworkmed/site/renderer'

import {faultOf} from '../../faults/faultOf.ts'
import {refusalOfFault} from '../refusalOfFault.ts'
import type {Refusal, StepName} from './protocol.ts'

/** Why a page cannot go live, and where an officer can mend it. */
export class BuildFailure extends Error {
  override name = 'BuildFailure'
  place: Omit<Refusal, 'message' | 'step'> & {step: StepName | null}

  constructor(message: string, place: Partial<BuildFailure['place']>, options?: ErrorOptions) {
    super(message, options)
    this.place = {step: null, document: null, field: null, language: null, ...place}
  }

  /** What the site says of a page or a picture, at the step where it said so. */
  static from(error: ContentError, step: StepName): BuildFailure {
    const {message, document, field, language} = error
    return new BuildFailure(
      message,
      {step, document: document || null, field, language},
      {cause: error},
    )
  }
}

/** What to tell of an error that ended a step. */
export function refusalOf(error: unknown, step: StepName): Refusal {
  if (error instanceof BuildFailure)
    return {message: error.message, ...error.place, step: error.place.step ?? step}
  return refusalOfFault(faultOf(error), step)
}
