import {z} from 'zod'

import {faultKinds} from './faultKind.ts'

/** What went wrong, as our programs tell each other: data, never the tail of a stack. */
export type Fault = z.infer<typeof faultSchema>

export const faultSchema = z.object({
  kind: z.enum(faultKinds),
  /** The first line of the error's message. */
  message: z.string(),
  /** The same of what it was caused by, where that says more. */
  cause: z.string().nullable(),
  /** The document it is about, by id. */
  document: z.string().nullable(),
  /** What to do, where the message does not say it. */
  todo: z.string().nullable(),
})

/** An error that another program told of. */
export class ToldFault extends Error {
  override name = 'ToldFault'
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault.message)
    this.fault = fault
  }
}

/** What a message from another program tells of its end; nothing where it tells something else. */
export function parseFault(message: unknown): Fault | undefined {
  const {success, data} = z.object({fault: faultSchema}).safeParse(message)
  return success ? data.fault : undefined
}
