import type {Server} from 'node:http'

import type {Hono} from 'hono'

import {createGuardedServer} from '../http/createGuardedServer.ts'
import type {Log} from '../log.ts'

/**
 * Serves an app on one address; port 0 takes a free one.
 * Rejects with a sentence when the port is taken. `close()` lets running answers finish, for a second at most.
 */
export function listen(app: Hono, host: string, port: number, log?: Pick<Log, 'error'>) {
  return new Promise<{port: number; close: () => Promise<void>}>((resolve, reject) => {
    const server = createGuardedServer(
      app.fetch,
      (error) => log?.error({err: error}, 'a request could not be answered'),
      host,
    )
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      const message = taken
        ? `Port ${port} is taken. Stop what runs there, or choose another.`
        : cause.message
      reject(new Error(message, {cause}))
    })
    server.listen(port, host, () =>
      resolve({port: portOf(server) ?? port, close: () => close(server)}),
    )
  })
}

function portOf(server: Server) {
  const address = server.address()
  return typeof address === 'object' ? address?.port : undefined
}

function close(server: Server) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 1000).unref()
  })
}
