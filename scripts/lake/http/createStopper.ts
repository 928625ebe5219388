import type {Server} from 'node:http'

/** How long a running request may take to finish when the server is stopped. */
const PATIENCE_MS = 5000

const CHECK_MS = 10

/**
 * Returns what stops the server: it accepts nothing more, lets the running requests finish, and closes the connections
 * that clients keep for later. Call it before the server gets its first request.
 */
export function createStopper(server: Server): () => Promise<void> {
  let running = 0
  server.on('request', (_request, response) => {
    running += 1
    response.once('close', () => {
      running -= 1
    })
  })

  return async () => {
    const stopped = new Promise((resolve) => server.close(resolve))
    const deadline = Date.now() + PATIENCE_MS
    const check = setInterval(() => {
      if (running === 0 || Date.now() > deadline) server.closeAllConnections()
    }, CHECK_MS)
    await stopped
    clearInterval(check)
  }
}
