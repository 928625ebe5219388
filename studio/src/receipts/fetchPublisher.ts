/** What the publisher answered, if it did. `absent`: this Studio is served without a publisher. */
type PublisherAnswer = {publisher: 'answers'; body: unknown} | {publisher: 'away' | 'absent'}

/** Asks the publisher, through this Studio's own server. Never rejects: no answer is an answer too. */
export async function fetchPublisher(path: `/${string}`): Promise<PublisherAnswer> {
  try {
    const response = await fetch(`/publisher${path}`)
    const body = await response.text() // also where nobody reads it: until then the connection is taken
    if (isWithoutPublisher(response)) return {publisher: 'absent'}
    return response.ok ? {publisher: 'answers', body: JSON.parse(body)} : AWAY
  } catch {
    return AWAY
  }
}

const AWAY = {publisher: 'away'} as const

/** Other servers than ours, as `sanity dev`, answer every address with the Studio's page. */
function isWithoutPublisher(response: Response) {
  const isJson = (response.headers.get('content-type') ?? '').includes('json')
  return response.status === 503 || (response.status < 500 && !isJson)
}
