import {readHealth} from '../groq/readHealth.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /healthz`: whether the lake answers queries, and when it did last; 503 with a sentence when it does not. */
export async function healthz({groq, dataset}: LakeRequest) {
  const health = await readHealth(groq, dataset)
  return Response.json(health, {status: health.status === 'ok' ? 200 : 503})
}
