import {createServer, type IncomingMessage} from 'node:http'
import {buffer} from 'node:stream/consumers'

/** A request that a receiver of webhooks got. */
export interface Received {
  headers: IncomingMessage['headers']
  text: string
  body: unknown
  at: number
}

/** Answers a request, by its place from 0; what is not answered gets 200. */
type Answer = (place: number) => number | Promise<number>

export type Receiver = Awaited<ReturnType<typeof startReceiver>>

/** A server for webhooks on a port of this machine: keeps what it gets, and answers as told. */
export async function startReceiver(answer: Answer = () => 200, port = 0) {
  const received: Received[] = []
  const waiting: {count: number; resolve: () => void}[] = []
  let inFlight = 0
  let mostInFlight = 0

  const server = createServer(async (request, response) => {
    inFlight += 1
    mostInFlight = Math.max(mostInFlight, inFlight)
    const text = (await buffer(request)).toString()
    const place = received.length
    const body: unknown = JSON.parse(text)
    received.push({headers: request.headers, text, body, at: performance.now()})
    response.statusCode = await answer(place)
    inFlight -= 1
    response.end()
    for (const {count, resolve} of waiting) if (received.length >= count) resolve()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()

  return {
    port: typeof address === 'object' && address ? address.port : port,
    received,
    mostInFlight: () => mostInFlight,

    /** Resolves with all that came, when at least `count` requests have. */
    async got(count: number) {
      if (received.length < count) {
        await new Promise<void>((resolve) => waiting.push({count, resolve}))
      }
      return received
    },

    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
