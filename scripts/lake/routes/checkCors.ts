import {allowedOrigins} from '../http/allowedOrigins.ts'
import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/check/cors` — whether pages of the caller's origin may read what the lake answers. */
export function checkCors({settings, headers}: LakeRequest) {
  const origin = headers.get('origin')
  const allowed = origin === null || allowedOrigins(settings.browserPorts).has(origin)
  return {result: {allowed, withCredentials: allowed}}
}
