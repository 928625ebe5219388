import {unavailable} from '../errors.ts'

/** Runs at most `size` jobs at a time; others wait their turn, up to `queueLimit`. Past that, 503. */
export function createLimiter(size: number, queueLimit: number) {
  const waiting: (() => void)[] = []
  let running = 0

  async function turn() {
    if (running < size) {
      running += 1
      return
    }
    if (waiting.length >= queueLimit) {
      throw unavailable('Too many images are being made now. Try again in a moment.')
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  /** The place goes straight to whoever waits longest, so that nobody can slip in between. */
  function release() {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  return async function limited<T>(job: () => Promise<T>): Promise<T> {
    await turn()
    try {
      return await job()
    } finally {
      release()
    }
  }
}
