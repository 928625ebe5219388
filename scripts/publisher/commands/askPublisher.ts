import {z} from 'zod'

/** Where the publisher listens, and the operator's token. */
export interface PublisherAccess {
  url: string
  token: string
}

const refusal = z.object({error: z.string()})

/** Asks the running publisher. Rejects with its own words when it refuses, or that it is not running. */
export async function askPublisher(
  {url, token}: PublisherAccess,
  path: string,
  request: {method?: 'GET' | 'POST'; body?: object} = {},
): Promise<unknown> {
  const {method = 'GET', body} = request
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: {authorization: `Bearer ${token}`},
    ...(body ? {body: JSON.stringify(body)} : {}),
  }).catch((cause: unknown) => {
    throw new Error(`No publisher answers at ${url}. Start it with npm start.`, {cause})
  })
  const json: unknown = await answer.json()
  if (!answer.ok) throw new Error(refusal.parse(json).error)
  return json
}
