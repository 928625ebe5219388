interface CoalesceOptions {
  /** How long it must be quiet before work begins. */
  quietMs: number
  /** The same soon after a run, when more is likely to come; as long as ever by default. */
  burstQuietMs?: number
  /** How long the first of a burst waits at most. */
  longestWaitMs: number
  /** When to try again after a failure that nobody else followed up; twice as long after each further one. */
  retryMs: number
  /** The longest such wait. */
  longestRetryMs: number
  /** Does everything that was asked for so far. Rejects when it could not. */
  work: () => Promise<void>
}

/**
 * Turns a burst of requests into few runs of `work`: short quiet time, longest wait, one run at a time.
 * A request that comes during a run causes one more run after it, so nothing asked for is ever left out.
 */
export function createCoalescer(options: CoalesceOptions) {
  const {quietMs, burstQuietMs = quietMs, longestWaitMs, retryMs, longestRetryMs, work} = options
  let firstAskedAt: number | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closed = false
  let failures = 0
  let ranAt = -Infinity

  function request() {
    if (closed) return
    firstAskedAt ??= performance.now()
    if (running) return
    const waited = performance.now() - firstAskedAt
    schedule(Math.max(0, Math.min(quietNow(), longestWaitMs - waited)))
  }

  const quietNow = () => (performance.now() - ranAt < longestWaitMs ? burstQuietMs : quietMs)

  function schedule(delay: number) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = run()
    }, delay)
  }

  async function run() {
    firstAskedAt = undefined
    ranAt = performance.now()
    const failed = await work().then(
      () => false,
      () => true,
    )
    running = undefined
    failures = failed ? failures + 1 : 0
    if (closed) return
    if (firstAskedAt !== undefined) schedule(quietNow())
    else if (failed) {
      firstAskedAt = performance.now()
      schedule(Math.min(longestRetryMs, retryMs * 2 ** (failures - 1)))
    }
  }

  return {
    /** Asks for a run; cheap, may be called for every webhook. */
    request,
    /** Lets a run that has begun come to its end, and begins no other. */
    async close() {
      closed = true
      clearTimeout(timer)
      await running
    },
  }
}
