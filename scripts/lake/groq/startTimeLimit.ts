/** A timer this late was held up, as everything else was: by a frozen program, or a machine that slept. */
const LATE_MS = 100

/** How long what has happened meanwhile may take to be heard of. */
const GRACE_MS = 500

/**
 * Calls `onPast` once when so many milliseconds have passed. A timer that comes late says nothing about the other side, whose
 * answer may be here unread; then there is a grace.
 */
export function startTimeLimit(limitMs: number, onPast: () => void) {
  let timer: NodeJS.Timeout | undefined

  function arm(delayMs: number) {
    clearTimeout(timer)
    const due = performance.now() + delayMs
    timer = setTimeout(() => {
      if (performance.now() - due > LATE_MS) arm(GRACE_MS)
      else onPast()
    }, delayMs)
  }
  arm(limitMs)

  return {restart: arm, stop: () => clearTimeout(timer)}
}
