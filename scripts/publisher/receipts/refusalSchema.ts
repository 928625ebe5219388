import {z} from 'zod'

import {faultKinds} from '../../faults/faultKind.ts'

/** The steps of a publish. */
export const stepNameSchema = z.enum([
  'wait',
  'snapshot',
  'affected',
  'render',
  'gate',
  'pictures',
  'write',
  'swap',
  'afterwork',
])

/** Why a publish was refused, or a document is held back: see `Refusal`. */
export const refusalSchema = z.object({
  step: stepNameSchema.exclude(['wait']),
  message: z.string(),
  document: z.string().nullable(),
  field: z.string().nullable(),
  language: z.string().nullable(),
  fault: z.enum(faultKinds).optional(),
  cause: z.string().nullish(),
  todo: z.string().nullish(),
})
