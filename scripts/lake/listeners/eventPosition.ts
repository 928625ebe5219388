/** A place in a lake's log; `position` is that of the last change seen of transaction `seq`. */
export interface EventPosition {
  seq: number
  position: number
}

/** Past every change of a transaction. */
export const WHOLE_TRANSACTION = 1_000_000_000

/** An event id that says where in which log the event stands. */
export const formatEventPosition = (logId: string, {seq, position}: EventPosition) =>
  `${logId}.${seq}.${position}`

/** The place an event id names; null when it is not of this log. */
export function parseEventPosition(logId: string, eventId: string): EventPosition | null {
  const match = /^(\w+)\.(\d{1,15})\.(\d{1,10})$/.exec(eventId)
  return match && match[1] === logId ? {seq: Number(match[2]), position: Number(match[3])} : null
}
