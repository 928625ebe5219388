/** `GET /v…/check/cors` — says that the caller's pages may read what the lake answers: others do not come this far. */
export const checkCors = () => ({result: {allowed: true, withCredentials: true}})
