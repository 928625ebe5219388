import {jsonOf} from '../jsonOf.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {assertParams} from './assertParams.ts'
import {createEvaluators} from './createEvaluators.ts'
import {createReaper} from './createReaper.ts'
import {isQuick} from './isQuick.ts'
import type {MatchJob, QueryJob} from './jobs.ts'

interface GroqOptions {
  /** The lake's SQLite file. It must exist. */
  file: string
  projectId: string
  timeLimitMs?: number
  queueLimit?: number
}

export interface GroqQuery extends Omit<QueryJob, 'kind' | 'projectId'> {
  /** Who asks: clients are served in turn. The same as `identity` where nothing is said. */
  client?: string
  signal?: AbortSignal
  /** Less than what any query may take. */
  timeLimitMs?: number
}

/** A change of a document, and a listener's query; `isQuick` when that is known to take little time. */
export interface Match extends Pick<MatchJob, 'query' | 'params' | 'identity'> {
  client: string
  isQuick: boolean
  before: LakeDocument | null
  after: LakeDocument | null
}

/** Past it, a query that seemed to be quick is one of the others. */
const LONGEST_QUICK_MS = 500

/** Other listeners of the same kind wait for a match. */
const LONGEST_MATCH_MS = 500

export type Groq = ReturnType<typeof createGroq>

/**
 * Evaluates GROQ in processes of their own, so that no query stops the server, or ends it. Queries by id have a process that no
 * other occupies. What listeners select is worked out in others than the queries, and waits behind none of them.
 */
export function createGroq({file, projectId, timeLimitMs = 5_000, queueLimit = 100}: GroqOptions) {
  const reaper = createReaper()
  const queries = createEvaluators({
    file,
    size: {least: 2, most: 3},
    reserved: 1,
    timeLimitMs,
    quickLimitMs: Math.min(timeLimitMs, LONGEST_QUICK_MS),
    queueLimit,
    reaper,
  })
  const longestMatchMs = Math.min(timeLimitMs, LONGEST_MATCH_MS)
  const changes = createEvaluators({
    file,
    size: {least: 1, most: 2},
    reserved: 1,
    timeLimitMs: longestMatchMs,
    quickLimitMs: longestMatchMs,
    queueLimit: Infinity,
    reaper,
  })

  let lastSuccessAt: Date | undefined

  async function queryJson({signal, client, timeLimitMs: limitMs, ...query}: GroqQuery) {
    assertParams(query.params)
    const turn = {
      client: client ?? query.identity,
      signal,
      timeLimitMs: limitMs,
      isQuick: isQuick(query.query, query.params),
    }
    const {json} = await queries.run({kind: 'query', projectId, ...query}, turn)
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

    /** Whether a listener's query selects a document before and after a change, and how long it took to tell. */
    async matches({before, after, client, isQuick: quick, ...match}: Match): Promise<Matches> {
      const job = {...match, before: before && jsonOf(before), after: after && jsonOf(after)}
      const {json, ms} = await changes.run({kind: 'match', ...job}, {client, isQuick: quick})
      const matched: {before: boolean; after: boolean} = parseJson(json)
      return {...matched, ms}
    },

    async close() {
      await Promise.all([queries.close(), changes.close()])
      reaper.close()
    },
  }
}

interface Matches {
  before: boolean
  after: boolean
  ms: number
}

function parseJson(bytes: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(bytes))
}
