import type {Fault} from '../faults/fault.ts'
import type {Refusal, StepName} from './builder/protocol.ts'

/** A refusal for what is wrong with a program or its machine, and with nobody's content. */
export const refusalOfFault = (
  {kind, message, cause, document, todo}: Fault,
  step: StepName,
): Refusal => ({step, message, document, field: null, language: null, fault: kind, cause, todo})
