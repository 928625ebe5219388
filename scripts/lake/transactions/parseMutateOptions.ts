import {z} from 'zod'

import {parseAs} from './parseMutations.ts'

/** The options in a mutate URL. Throws 400 for a value that none of them has. */
export const parseMutateOptions = (search: URLSearchParams) =>
  parseAs(schema, Object.fromEntries(search))

const flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true')

const schema = z.object({
  returnIds: flag,
  returnDocuments: flag,
  dryRun: flag,
  autoGenerateArrayKeys: flag,
  /** References to other datasets are never enforced here, so there is nothing to skip. */
  skipCrossDatasetReferenceValidation: flag,
  /** Every write is visible to the next query, which is what the strictest of the three asks for. */
  visibility: z.enum(['sync', 'async', 'deferred']).default('sync'),
})
