import {z} from 'zod'

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
})
