import type {IncomingMessage, Server} from 'node:http'
import type {Duplex} from 'node:stream'
import {WebSocketServer, type WebSocket} from 'ws'

import {guarded} from '../../guarded.ts'
import {isForeign} from '../../http/isForeign.ts'
import {allowedOrigins} from '../http/allowedOrigins.ts'
import {clientOf} from '../http/clientOf.ts'
import type {Lake} from '../lakeRequest.ts'
import type {Identity} from '../people/identity.ts'
import {serveListenSocket} from './serveListenSocket.ts'
import {createPresence} from './createPresence.ts'

/** Proxies close a silent socket, and a client that vanished does not say so. */
const PING_MS = 20_000

const MAX_MESSAGE_BYTES = 1_000_000

/** A tab of the Studio has two. */
const MOST_SOCKETS = 500

/** What a socket is connected to, and by whom. */
type Serve = (socket: WebSocket, identity: Identity, client: string) => void

/** Answers WebSocket upgrades on the lake's server: listeners, and presence. Returns what closes every socket. */
export function createSocketServer(server: Server, lake: Lake, hosts: () => ReadonlySet<string>) {
  const sockets = new WebSocketServer({noServer: true, maxPayload: MAX_MESSAGE_BYTES})
  sockets.on('error', (error) => lake.log.error({err: error}, 'the server of sockets failed'))
  const presence = createPresence(lake.people, lake.log)
  const origins = allowedOrigins(lake.settings.browserPorts)

  function serveOf(path: string): Serve | null {
    if (path === '/v1/listen-socket') {
      return (socket, identity, client) => serveListenSocket(lake, socket, identity, client)
    }
    const [, dataset = ''] = /^\/v[\dX-]+\/socket\/([^/]+)$/.exec(path) ?? []
    return lake.store.hasDataset(dataset)
      ? (socket, identity) => presence.serve(dataset, socket, identity)
      : null
  }

  /** Who may come in, and to what; otherwise the status that says why not. */
  function admit({headers, url = ''}: IncomingMessage) {
    if (!hosts().has(headers.host ?? '')) return 421
    if (isForeign((name) => headers[name]?.toString(), origins)) return 403
    const path = URL.parse(url, 'http://lake')?.pathname
    if (path === undefined) return 400
    if (sockets.clients.size >= MOST_SOCKETS) return 503
    const identity = identityOf(lake, headers.authorization)
    if (!identity) return 401
    const serve = serveOf(path)
    const client = clientOf((name) => headers[name]?.toString(), identity)
    return serve ? {identity, client, serve} : 404
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer) {
    const admitted = admit(request)
    if (typeof admitted === 'number') return refuse(stream, admitted)
    sockets.handleUpgrade(request, stream, head, (socket) => {
      keepAlive(socket)
      admitted.serve(socket, admitted.identity, admitted.client)
    })
  }

  server.on('upgrade', (request, stream, head) => {
    stream.on('error', () => stream.destroy()) // who has gone needs no answer
    guarded(upgrade, (error) => {
      lake.log.error({err: error}, 'a socket could not be opened')
      stream.destroy()
    })(request, stream, head)
  })

  return {
    close() {
      for (const socket of sockets.clients) {
        socket.close(GOING_AWAY)
        setTimeout(() => socket.terminate(), FAREWELL_MS).unref()
      }
      sockets.close()
    },
  }
}

const GOING_AWAY = 1001

/** How long a client may take to answer that it is leaving. */
const FAREWELL_MS = 1000

function identityOf(lake: Lake, authorization: string | undefined) {
  try {
    return lake.people.identify(authorization ?? null)
  } catch {
    return null
  }
}

function refuse(stream: Duplex, status: number) {
  stream.end(`HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function keepAlive(socket: WebSocket) {
  let alive = true
  const timer = setInterval(() => {
    if (!alive) socket.terminate()
    alive = false
    socket.ping()
  }, PING_MS)
  socket.on('pong', () => {
    alive = true
  })
  socket.on('error', () => socket.terminate())
  socket.on('close', () => clearInterval(timer))
}
