import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /healthz`: says that the lake answers queries, by having one answered. */
export async function healthz({groq, dataset, identity}: LakeRequest) {
  await groq.query({query: 'true', params: {}, dataset, perspective: 'raw', identity: identity.id})
  return {status: 'ok'}
}
