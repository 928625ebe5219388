import type {Log} from '../../log.ts'

/** A clock is put right by so much in everyday life; the log still reads in order of time. */
const ORDINARY_MS = 60_000

interface TimestampOptions {
  /** The timestamp of the last transaction, or null. */
  last: () => string | null
  now: () => Date
  log: Pick<Log, 'warn'>
}

/**
 * Returns the function that stamps transactions: with the time of the clock, or with the time of the last one when the
 * clock went back a little. Went it back by more, it was wrong then or is now: that is said once, and the clock as it is
 * counts, so that one write with a wrong clock does not stamp all that follow.
 */
export function createTimestamps({last, now, log}: TimestampOptions) {
  let told: string | null = null

  return (): string => {
    const time = now().toISOString()
    const lastTime = last()
    if (lastTime === null || lastTime <= time) return time
    const aheadMs = Date.parse(lastTime) - Date.parse(time)
    if (aheadMs <= ORDINARY_MS) return lastTime
    if (told !== lastTime) {
      told = lastTime
      log.warn(
        {last: lastTime, now: time},
        `The last write is stamped ${lastTime}, but the clock of this machine says ${time}. Set the clock if that is wrong.`,
      )
    }
    return time
  }
}
