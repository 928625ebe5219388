/** One event of one listener, as the lake sends it over the socket. */
export interface ListenMessage {
  /** Which subscription it belongs to. */
  id: number
  type: string
  eventId?: string
  data: Record<string, unknown>
}

/** Reads a frame of the listen socket. Throws when it is not one. */
export function parseListenMessage(frame: unknown): ListenMessage {
  const message: unknown = typeof frame === 'string' ? JSON.parse(frame) : undefined
  if (!isRecord(message) || typeof message.id !== 'number' || typeof message.type !== 'string') {
    throw new TypeError(`The lake sent a frame that is no listener event: ${String(frame)}`)
  }
  const {id, type, eventId, data} = message
  return {
    id,
    type,
    data: isRecord(data) ? data : {},
    ...(typeof eventId === 'string' ? {eventId} : {}),
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
