interface ClockOptions {
  /** How often the wall clock is looked at: it may be set, and a machine may sleep. */
  checkEveryMs: number
  /** How long to wait before a moment that stays in the past is tried again. */
  stubbornMs: number
  /** The moment has come. */
  onStrike: () => void
  /** The wall clock went on by `byMs` more than has passed, or less: it was set, or the machine slept. */
  onJump: (byMs: number) => void
}

/** More than a clock is put right by in everyday life. */
const JUMP_MS = 5000

/** Wakes when the site changes by itself, late rather than never: after sleep, a wrong clock, or many weeks. */
export function createClock({checkEveryMs, stubbornMs, onStrike, onJump}: ClockOptions) {
  let strikeAt = Infinity
  let before = {wall: Date.now(), steady: performance.now()}
  let timer = setTimeout(check, checkEveryMs)

  function check() {
    const now = {wall: Date.now(), steady: performance.now()}
    const jump = now.wall - before.wall - (now.steady - before.steady)
    before = now
    if (Math.abs(jump) > JUMP_MS) onJump(jump)
    if (now.wall >= strikeAt) {
      strikeAt = Infinity
      onStrike()
    }
    schedule()
  }

  function schedule() {
    clearTimeout(timer)
    const wait = Math.max(0, Math.min(checkEveryMs, strikeAt - Date.now()))
    timer = setTimeout(check, wait)
  }

  return {
    /** When to wake, ISO 8601, as the site that was made for `now` (ms since 1970) says; `null` is never. */
    wakeAt(moment: string | null, now: number): void {
      const at = moment === null ? Infinity : Date.parse(moment)
      strikeAt = at > now ? at : Date.now() + stubbornMs
      schedule()
    },
    close: () => clearTimeout(timer),
  }
}

export type Clock = ReturnType<typeof createClock>
