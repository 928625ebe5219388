import {faultOf} from '../../faults/faultOf.ts'
import {sayFault} from '../../faults/sayFault.ts'
import type {Groq} from './createGroq.ts'

/** Whether queries are answered, when the last one was (ISO 8601), and what is wrong, in a sentence. */
interface Health {
  status: 'ok' | 'failing'
  lastSuccessAt: string | null
  problem: string | null
}

/** A query that was answered so lately says as much as another one would, which may have to wait its turn. */
const FRESH_MS = 10_000
/** Longer than a query may take; whoever asks waits longer. */
const PATIENCE_MS = 20_000

/** Finds that queries are answered by the last one that was or, when that is long ago, by having one answered. */
export async function readHealth(groq: Groq, dataset: string, patienceMs = PATIENCE_MS) {
  try {
    const age = Date.now() - (groq.lastSuccessAt()?.getTime() ?? 0)
    if (age < 0 || age > FRESH_MS) await ask(groq, dataset, patienceMs)
    return health(groq, null)
  } catch (error) {
    return health(
      groq,
      `The lake cannot answer queries: ${inWords(error, patienceMs)} It goes on trying.`,
    )
  }
}

const ask = (groq: Groq, dataset: string, patienceMs: number) =>
  groq.query({
    query: 'true',
    params: {},
    dataset,
    perspective: 'raw',
    identity: '',
    signal: AbortSignal.timeout(patienceMs),
  })

const health = (groq: Groq, problem: string | null): Health => ({
  status: problem === null ? 'ok' : 'failing',
  lastSuccessAt: groq.lastSuccessAt()?.toISOString() ?? null,
  problem,
})

const inWords = (error: unknown, patienceMs: number) =>
  error instanceof DOMException
    ? `none was answered within ${patienceMs / 1000} s.`
    : sayFault(faultOf(error))
