import {ApiError, badRequest, mutationError} from '../errors.ts'
import type {Groq} from '../groq/createGroq.ts'
import type {Identity} from '../people/identity.ts'
import {isRecord} from '../store/lakeDocument.ts'
import type {Mutation, RequestedMutation, Selection} from './mutation.ts'

/** All other transactions wait meanwhile. */
const LONGEST_MS = 2000

/** How long they may wait for others besides. */
const LONGEST_WAIT_MS = 1000

/** Selections have turns of their own, not those of whoever sent the transaction. */
const CLIENT = 'selections of transactions'

/**
 * Returns what makes of a mutation one for each document that it selects. Throws 413 when the queries of one transaction
 * together take longer than two seconds, 503 when they have to wait for others.
 */
export function createSelector(groq: Pick<Groq, 'query'>, dataset: string, identity: Identity) {
  let leftMs = LONGEST_MS

  async function select({query, params = {}}: Selection): Promise<string[]> {
    const startedAt = performance.now()
    const signal = AbortSignal.timeout(leftMs + LONGEST_WAIT_MS)
    const asked = {query, params, dataset, perspective: 'raw', identity: identity.id} as const
    try {
      return idsIn(await groq.query({...asked, client: CLIENT, signal, timeLimitMs: leftMs}), query)
    } catch (error) {
      if (signal.aborted) throw tooBusy()
      throw error instanceof ApiError && error.status === 504 ? tooSlow(query) : error
    } finally {
      leftMs = Math.max(1, leftMs - (performance.now() - startedAt))
    }
  }

  return async function eachDocument(requested: RequestedMutation): Promise<Mutation[]> {
    if ('delete' in requested && 'query' in requested.delete) {
      const ids = await select(requested.delete)
      return ids.map((id) => ({delete: {id}}))
    }
    if ('patch' in requested && 'query' in requested.patch) {
      const {query, params, ...operations} = requested.patch
      const ids = await select({query, ...(params && {params})})
      return ids.map((id) => ({patch: {...operations, id}}))
    }
    return isForOne(requested) ? [requested] : []
  }
}

function idsIn(result: unknown, query: string) {
  const selected = Array.isArray(result) ? result : result === null ? [] : [result]
  return selected.map((item: unknown) => {
    if (isRecord(item) && typeof item['_id'] === 'string') return item['_id']
    throw badRequest(`The query must select documents with their _id: ${query.slice(0, 300)}`)
  })
}

/** Narrows what is left when both kinds of selection are gone. */
function isForOne(requested: RequestedMutation): requested is Mutation {
  if ('delete' in requested) return 'id' in requested.delete
  return 'patch' in requested ? 'id' in requested.patch : true
}

const tooSlow = (query: string) =>
  mutationError(
    413,
    `Selecting documents took longer than ${LONGEST_MS} ms. Fetch their ids first, and send those: ${query.slice(0, 300)}`,
  )

const tooBusy = () =>
  mutationError(503, 'Too many queries are running to select documents. Try again in a second.')
