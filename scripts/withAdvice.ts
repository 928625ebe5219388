import {faultOf} from './faults/faultOf.ts'
import {sayFault} from './faults/sayFault.ts'

/** An error in words for a person; where the message does not say what to do, that is added. */
export const withAdvice = (error: unknown): string => sayFault(faultOf(error))
