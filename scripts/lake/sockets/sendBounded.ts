import type {WebSocket} from 'ws'

import {inFewParts} from '../http/inFewParts.ts'

/**
 * Sends a message, or cuts off a reader for whom more bytes than `mostWaiting` wait already: a farewell would only wait
 * behind them. The reader comes back and catches up.
 */
export function sendBounded(
  socket: WebSocket,
  message: readonly Uint8Array[],
  mostWaiting: number,
): void {
  if (socket.bufferedAmount > mostWaiting) return socket.terminate()
  const parts = inFewParts(message)
  for (const [index, part] of parts.entries())
    socket.send(part, {binary: false, fin: index === parts.length - 1})
}
