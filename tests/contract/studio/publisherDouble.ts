import type {ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'

/** What a request to the publisher brought along. */
interface Asked {
  method: string
  path: string
  headers: NodeJS.Dict<string | string[]>
}

/** A small server that answers as the publisher does, for a Studio to talk to; on any free port unless one is named. */
export async function startPublisherDouble(operatorToken: string, ownPort = 0) {
  const asked: Asked[] = []
  const listeners = new Set<ServerResponse>()
  let receipts: readonly object[] = []
  let heldBack: readonly object[] = []
  let problem: object | null = null

  const server = createServer((request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://publisher')
    asked.push({method: request.method ?? '', path: request.url ?? '', headers: request.headers})
    const json = (status: number, body: object) =>
      response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))

    if (pathname === '/status')
      return json(200, {release: null, pending: 0, building: false, heldBack, problem})
    if (request.headers.authorization !== `Bearer ${operatorToken}`) {
      return json(401, {error: 'The operator token is missing or wrong.'})
    }
    if (pathname === '/receipts') {
      const document = searchParams.get('document')
      const limit = Number(searchParams.get('limit') ?? 50)
      const wanted = receipts.filter((receipt) => !document || isAbout(receipt, document))
      return json(200, {receipts: wanted.slice(0, limit)})
    }
    if (pathname === '/events') {
      response.writeHead(200, {'content-type': 'text/event-stream', 'set-cookie': 'not=yours'})
      response.write(': welcome\n\n')
      listeners.add(response)
      return response.once('close', () => listeners.delete(response))
    }
    return json(404, {error: `There is nothing at ${pathname}.`})
  })
  await new Promise<void>((resolve) => server.listen(ownPort, '127.0.0.1', resolve))
  const port = portOf(server.address())

  function happen(event: 'live' | 'refused' | 'step', data: object = {}) {
    for (const listener of listeners)
      listener.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    asked,
    listeners,
    /** Tells whoever listens what happens. */
    happen,
    /** Replaces the receipts, newest first, and the documents that are held back, and tells whoever listens. */
    tell(
      next: readonly object[],
      event: 'live' | 'refused' = 'live',
      nextHeldBack: readonly object[] = [],
    ) {
      receipts = next
      heldBack = nextHeldBack
      happen(event)
    },
    /** Says what keeps the publisher from its work, and tells whoever listens; `null` when it is well again. */
    suffer(next: object | null) {
      problem = next
      happen(next ? 'refused' : 'live')
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const isAbout = (receipt: object, document: string) =>
  'document' in receipt && receipt.document === document

function portOf(address: AddressInfo | string | null) {
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return address.port
}
