import {z} from 'zod'

import {documentEvent} from '../history/documentEvents.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import type {Store} from '../store/createStore.ts'
import {assertDocumentId, isPublishedId, publishedIdOf} from '../transactions/documentIds.ts'
import {parseAs} from '../transactions/parseMutations.ts'

/**
 * `GET /v…/data/history/:dataset/events/documents/:id` — what happened to a document, newest first.
 * Answers `{events: {[id]: […]}, nextCursor}`; an empty cursor means there is no more.
 */
export function historyEvents({store, dataset, params, search}: LakeRequest) {
  const id = params['id'] ?? ''
  assertDocumentId(id)
  const {limit, nextCursor: to} = parseAs(schema, Object.fromEntries(search))
  const isOfGroup = (other: string) => publishedIdOf(other) === publishedIdOf(id)
  const transactions = eventfulTransactions(store, dataset, id, to, limit + 1)
  const events = transactions
    .slice(0, limit)
    .map((seq) => documentEvent(store, dataset, id, [...store.eachChangeOf(seq, isOfGroup)]))
    .filter((event) => event !== null)
  return {events: {[id]: events}, nextCursor: String(transactions[limit] ?? '')}
}

/** Every change of a published document is an event; an edit of a draft, of which there are thousands, is none. */
function eventfulTransactions(
  store: Store,
  dataset: string,
  id: string,
  to: number,
  limit: number,
) {
  return isPublishedId(id)
    ? store.transactionsOf(dataset, {documentIds: [id], to, newestFirst: true, limit})
    : store.comingsAndGoingsOf(dataset, id, to, limit)
}

const schema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  nextCursor: z
    .string()
    .regex(/^\d{0,15}$/, 'is not one that this lake gave')
    .default('')
    .transform((value) => (value === '' ? Number.MAX_SAFE_INTEGER : Number(value))),
})
