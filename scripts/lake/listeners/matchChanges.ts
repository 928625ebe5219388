import type {Groq} from '../groq/createGroq.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import type {ListenRequest} from './listener.ts'
import type {ListenedChange, Matched} from './mutationEvents.ts'

/** The same for two listeners to whom the same changes matter, so that their query is evaluated once. */
export const matchKey = ({query, params, identity, includeAllVersions}: ListenRequest) =>
  JSON.stringify([query, params, identity, includeAllVersions])

/** The changes that a listener's query selects, before or after. */
export async function matchChanges(
  groq: Pick<Groq, 'matches'>,
  changes: readonly ListenedChange[],
  {query, params, identity, includeAllVersions}: ListenRequest,
): Promise<Matched[]> {
  const visible = changes.filter(({documentId}) => includeAllVersions || isPublishedId(documentId))
  const matched = await Promise.all(
    visible.map(async (change) => {
      const {before, after} = change
      return {change, ...(await groq.matches({query, params, identity, before, after}))}
    }),
  )
  return matched.filter(({before, after}) => before || after)
}
