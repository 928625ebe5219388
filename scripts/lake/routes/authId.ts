import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/auth/id` — the caller's id, nothing else. */
export const authId = ({identity}: LakeRequest) => ({id: identity.id})
