import type {Server, ServerResponse} from 'node:http'

/** Twice in a row something waits for its reader, who has taken less than this meanwhile: it is given up. */
const LEAST_BYTES = 10_000_000

const CHECK_MS = 30_000

/**
 * Destroys connections whose client reads an answer not at all, or drop by drop: what waits for it is kept in memory, and for
 * exports an old state of the database. Any reader on this machine is a hundred times as fast. Call it before the first request.
 */
export function endStalledAnswers(server: Server, checkMs = CHECK_MS): void {
  /** What each client had taken at the last check, where more was waiting. */
  const answers = new Map<ServerResponse, number | undefined>()
  server.on('request', (_request, response) => {
    answers.set(response, undefined)
    response.once('close', () => answers.delete(response))
  })

  function check() {
    for (const [response, before] of answers) {
      const taken = takenOf(response)
      answers.set(response, taken)
      if (taken === undefined || before === undefined) continue
      if (taken - before < LEAST_BYTES) response.destroy()
    }
  }
  const timer = setInterval(check, checkMs).unref()
  server.once('close', () => clearInterval(timer))
}

/** How many bytes a client has taken; nothing when it has taken all there are. */
function takenOf({socket}: ServerResponse) {
  if (!socket || socket.writableLength === 0) return
  return socket.bytesWritten - socket.writableLength
}
