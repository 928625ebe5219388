import type {WebSocket} from 'ws'

/** A reader this far behind is cut off; it comes back and catches up. */
const MAX_WAITING_BYTES = 16_000_000

/** Sends a message, or cuts off a reader for whom too much is waiting already: a farewell would only wait behind it. */
export function sendBounded(socket: WebSocket, message: string): void {
  if (socket.bufferedAmount > MAX_WAITING_BYTES) socket.terminate()
  else socket.send(message)
}
