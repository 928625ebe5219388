import type {z} from 'zod'

import type {LakeDocument} from '../store/lakeDocument.ts'
import type {RequestedMutation} from '../transactions/mutation.ts'

/** Reads a document as the transaction has it so far. */
export type Read = (id: string) => LakeDocument | null

/** One of Sanity's document actions: what it needs, and the mutations it comes to. */
export interface ActionHandler<Input> {
  schema: z.ZodType<Input>
  /** Throws 409 when the documents are not as the action needs them. */
  mutations: (action: Input, read: Read) => RequestedMutation[]
}

/** Ties an action's schema to its function, so that the one is typed by the other. */
export const defineAction = <Input>(handler: ActionHandler<Input>) => handler
