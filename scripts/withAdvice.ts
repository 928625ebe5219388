/** An error in words for a person; for a full disk, what to do is added. */
export function withAdvice(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return isDiskFull(error) ? `${reason}. ${MAKE_ROOM}` : reason
}

/** Whether the system or SQLite had no room to write. */
export function isDiskFull(error: unknown): boolean {
  return /ENOSPC|disk is full/.test(String(error))
}

/** What to do about a full disk. */
export const MAKE_ROOM =
  'The disk is full. Make room where DATA_DIR is, then try again; nothing that was acknowledged is lost.'
