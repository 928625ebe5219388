import {serve} from '@hono/node-server'
import type {Hono} from 'hono'

/**
 * Serves an app on one address; port 0 takes a free one.
 * Rejects with a sentence when the port is taken. `close()` lets running answers finish, for a second at most.
 */
export function listen(app: Hono, host: string, port: number) {
  return new Promise<{port: number; close: () => Promise<void>}>((resolve, reject) => {
    const server = serve({fetch: app.fetch, hostname: host, port}, (address) =>
      resolve({port: address.port, close: () => close(server)}),
    )
    server.on('error', (cause: NodeJS.ErrnoException) => {
      const taken = cause.code === 'EADDRINUSE'
      const message = taken
        ? `Port ${port} is taken. Stop what runs there, or choose another.`
        : cause.message
      reject(new Error(message, {cause}))
    })
  })
}

function close(server: ReturnType<typeof serve>) {
  return new Promise<void>((resolve) => {
    server.close(() => resolve())
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 1000).unref()
  })
}
