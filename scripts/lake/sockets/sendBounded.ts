import type {WebSocket} from 'ws'

import {inFewParts} from '../http/inFewParts.ts'

/** A reader this far behind is cut off; it comes back and catches up. */
const MAX_WAITING_BYTES = 16_000_000

/** Sends a message, or cuts off a reader for whom too much is waiting already: a farewell would only wait behind it. */
export function sendBounded(socket: WebSocket, ...message: Uint8Array[]): void {
  if (socket.bufferedAmount > MAX_WAITING_BYTES) return socket.terminate()
  const parts = inFewParts(message)
  for (const [index, part] of parts.entries())
    socket.send(part, {binary: false, fin: index === parts.length - 1})
}
