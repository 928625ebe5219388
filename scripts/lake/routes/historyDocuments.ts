import {z} from 'zod'

import {badRequest} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import type {Store} from '../store/createStore.ts'
import {assertDocumentId} from '../transactions/documentIds.ts'
import {parseAs} from '../transactions/parseMutations.ts'

/**
 * `GET /v…/data/history/:dataset/documents/:ids` — documents as they were at a `revision` (transaction id), at a
 * `time`, or, with `lastRevision=true`, when they last existed. Answers `{documents}`; who did not exist is left out.
 * @see https://www.sanity.io/docs/http-reference/history
 */
export function historyDocuments({store, dataset, params, search}: LakeRequest) {
  const ids = [...new Set((params['ids'] ?? '').split(','))]
  if (ids.length > MOST_IDS) throw badRequest(`Ask for at most ${MOST_IDS} documents at a time.`)
  for (const id of ids) assertDocumentId(id)
  const read = readerOf(store, dataset, parseAs(schema, Object.fromEntries(search)))
  return {documents: ids.map(read).filter((document) => document !== null)}
}

function readerOf(
  store: Store,
  dataset: string,
  {revision, time, lastRevision}: z.infer<typeof schema>,
) {
  if (revision) {
    const seq = store.transactionSeq(dataset, revision)
    return (id: string) => (seq === null ? null : store.documentAtSeq(dataset, id, seq))
  }
  if (lastRevision) return (id: string) => store.lastRevision(dataset, id)
  const at = new Date(time ?? Date.now())
  if (Number.isNaN(at.getTime())) throw badRequest(`time is not a time: ${time}. Use ISO 8601.`)
  return (id: string) => store.documentAtTime(dataset, id, at.toISOString())
}

const MOST_IDS = 200

const schema = z.object({
  revision: z.string().optional(),
  time: z.string().optional(),
  lastRevision: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
})
