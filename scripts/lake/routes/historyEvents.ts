import {z} from 'zod'

import {documentEvent, type DocumentEvent} from '../history/documentEvents.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import {assertDocumentId} from '../transactions/documentIds.ts'
import {parseAs} from '../transactions/parseMutations.ts'

/** How many transactions are read at a time in search of events: most are edits, which are none. */
const PAGE = 200

/**
 * `GET /v…/data/history/:dataset/events/documents/:id` — what happened to a document, newest first.
 * Answers `{events: {[id]: […]}, nextCursor}`; an empty cursor means there is no more.
 */
export function historyEvents({store, dataset, params, search}: LakeRequest) {
  const id = params['id'] ?? ''
  assertDocumentId(id)
  const {limit, nextCursor} = parseAs(schema, Object.fromEntries(search))
  const events: DocumentEvent[] = []
  let to = nextCursor
  for (;;) {
    const range = {documentIds: [id], to, newestFirst: true, limit: PAGE}
    const transactions = store.transactionsOf(dataset, range)
    for (const seq of transactions) {
      const event = documentEvent(store, dataset, id, store.changesOf(seq))
      if (event) events.push(event)
      if (events.length === limit) return {events: {[id]: events}, nextCursor: String(seq - 1)}
      to = seq - 1
    }
    if (transactions.length < PAGE) return {events: {[id]: events}, nextCursor: ''}
  }
}

const schema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  nextCursor: z
    .string()
    .regex(/^\d{0,15}$/, 'is not one that this lake gave')
    .transform((value) => (value === '' ? undefined : Number(value)))
    .optional(),
})
