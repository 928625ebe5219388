import {createWorkerPool} from './createWorkerPool.ts'
import type {Delivery} from './evaluateDelivery.ts'
import type {DeliveryJob, MatchJob, QueryJob} from './jobs.ts'

interface GroqOptions {
  /** The lake's SQLite file. It must exist. */
  file: string
  projectId: string
  timeLimitMs?: number
  workers?: number
  queueLimit?: number
}

export type GroqQuery = Omit<QueryJob, 'kind' | 'projectId'> & {signal?: AbortSignal}

export type Groq = ReturnType<typeof createGroq>

/**
 * Evaluates GROQ in threads of their own, so that no query stops the server. What follows each
 * write (listeners, webhooks) has its own thread and does not wait behind queries.
 */
export function createGroq(options: GroqOptions) {
  const {file, projectId, timeLimitMs = 5_000, workers = 2, queueLimit = 100} = options
  const queries = createWorkerPool({file, size: workers, timeLimitMs, queueLimit})
  const changes = createWorkerPool({file, size: 1, timeLimitMs, queueLimit: Infinity})

  const queryJson = ({signal, ...query}: GroqQuery) =>
    queries.run({kind: 'query', projectId, ...query}, signal)

  return {
    /** The result of a query as UTF-8 JSON. */
    queryJson,

    /** The result of a query. */
    query: async (query: GroqQuery): Promise<unknown> => parseJson(await queryJson(query)),

    /** Whether a listener's query selects a document before and after a change. */
    async matches(match: Omit<MatchJob, 'kind'>): Promise<{before: boolean; after: boolean}> {
      const matched: {before: boolean; after: boolean} = parseJson(
        await changes.run({kind: 'match', ...match}),
      )
      return matched
    },

    /** Whether a webhook's filter lets a change through, and what it sends then. */
    async delivery(delivery: Omit<DeliveryJob, 'kind'>): Promise<Delivery> {
      const evaluated: Delivery = parseJson(await changes.run({kind: 'delivery', ...delivery}))
      return evaluated
    },

    async close() {
      await Promise.all([queries.close(), changes.close()])
    },
  }
}

function parseJson(bytes: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(bytes))
}
