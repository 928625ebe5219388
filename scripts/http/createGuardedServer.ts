import type {Server} from 'node:http'
import {createServer} from 'node:http'

import {getRequestListener} from '@hono/node-server'

import {guarded} from '../guarded.ts'

type Fetch = Parameters<typeof getRequestListener>[0]

/**
 * An HTTP server that answers with a fetch handler. An error outside the handler destroys one response, and an error of the
 * listening server, such as one of `accept`, is only told to `onFailure`: neither ends the program.
 */
export function createGuardedServer(
  fetch: Fetch,
  onFailure: (error: unknown) => void,
  hostname?: string,
): Server {
  const answer = getRequestListener(fetch, hostname === undefined ? {} : {hostname})
  const server = createServer((request, response) => {
    guarded(answer, (error) => {
      response.destroy()
      onFailure(error)
    })(request, response)
  })
  server.on('error', (error) => {
    if (server.listening) onFailure(error) // else whoever asked it to listen hears it
  })
  return server
}
