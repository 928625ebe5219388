import {z} from 'zod'

import type {Cause} from '../../builder/protocol.ts'

const causes = z.array(
  z.object({
    document: z.string(),
    field: z.string().nullable(),
    language: z.string().nullable(),
  }),
)

/** The reasons of several changes, as SQLite puts them together (a list of lists, in JSON); each once. */
export function parseCauses(listOfLists: unknown): Cause[] {
  const all = z
    .array(causes)
    .parse(JSON.parse(String(listOfLists)))
    .flat()
  return [...new Map(all.map((cause) => [JSON.stringify(cause), cause])).values()]
}
