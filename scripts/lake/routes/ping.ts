/** `GET /v…/ping` — says that the lake is up. */
export const ping = () => new Response('PONG', {headers: {'content-type': 'text/plain'}})
