import {z} from 'zod'

/** Something that the site leaves out of a document: see `Finding`. */
export const findingSchema = z.object({
  document: z.string(),
  path: z.array(z.union([z.string(), z.number(), z.object({_key: z.string()})])),
  language: z.string().nullable(),
  expected: z.string(),
  found: z.string(),
})
