import {assertParams} from './assertParams.ts'
import {createEvaluators} from './createEvaluators.ts'
import type {MatchJob, QueryJob} from './jobs.ts'

interface GroqOptions {
  /** The lake's SQLite file. It must exist. */
  file: string
  projectId: string
  timeLimitMs?: number
  workers?: number
  queueLimit?: number
}

export type GroqQuery = Omit<QueryJob, 'kind' | 'projectId'> & {signal?: AbortSignal}

/** All other listeners wait for a match. */
const LONGEST_MATCH_MS = 500

export type Groq = ReturnType<typeof createGroq>

/**
 * Evaluates GROQ in processes of their own, so that no query stops the server, or ends it. What listeners select is worked
 * out in another than the queries, and waits behind none of them.
 */
export function createGroq(options: GroqOptions) {
  const {file, projectId, timeLimitMs = 5_000, workers = 2, queueLimit = 100} = options
  const queries = createEvaluators({file, size: workers, timeLimitMs, queueLimit})
  const changes = createEvaluators({
    file,
    size: 1,
    timeLimitMs: Math.min(timeLimitMs, LONGEST_MATCH_MS),
    queueLimit: Infinity,
  })

  let lastSuccessAt: Date | undefined

  const queryJson = async ({signal, ...query}: GroqQuery) => {
    assertParams(query.params)
    const json = await queries.run({kind: 'query', projectId, ...query}, signal)
    lastSuccessAt = new Date()
    return json
  }

  return {
    /** The result of a query as UTF-8 JSON. */
    queryJson,

    /** The result of a query. */
    query: async (query: GroqQuery): Promise<unknown> => parseJson(await queryJson(query)),

    /** When a query was answered last, whoever asked it. */
    lastSuccessAt: () => lastSuccessAt,

    /** Whether a listener's query selects a document before and after a change. */
    async matches(match: Omit<MatchJob, 'kind'>): Promise<{before: boolean; after: boolean}> {
      const matched: {before: boolean; after: boolean} = parseJson(
        await changes.run({kind: 'match', ...match}),
      )
      return matched
    },

    async close() {
      await Promise.all([queries.close(), changes.close()])
    },
  }
}

function parseJson(bytes: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(bytes))
}
