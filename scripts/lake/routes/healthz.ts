import {faultOf} from '../../faults/faultOf.ts'
import {sayFault} from '../../faults/sayFault.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** A query that was answered so lately says as much as another one would, which may have to wait its turn. */
const FRESH_MS = 10_000

/**
 * `GET /healthz`: `{status, lastSuccessAt, problem}`. The lake is well when a query was answered lately, or one is now;
 * else it answers 503, and `problem` is a sentence.
 */
export async function healthz({groq, dataset, identity}: LakeRequest) {
  const lastSuccessAt = () => groq.lastSuccessAt()?.toISOString() ?? null
  try {
    const age = Date.now() - (groq.lastSuccessAt()?.getTime() ?? 0)
    if (age < 0 || age > FRESH_MS)
      await groq.query({
        query: 'true',
        params: {},
        dataset,
        perspective: 'raw',
        identity: identity.id,
      })
    return {status: 'ok', lastSuccessAt: lastSuccessAt(), problem: null}
  } catch (error) {
    const problem = `The lake cannot answer queries: ${sayFault(faultOf(error))} It goes on trying.`
    const answer = {status: 'failing', lastSuccessAt: lastSuccessAt(), problem}
    return Response.json(answer, {status: 503})
  }
}
