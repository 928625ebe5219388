interface CoalesceOptions {
  /** How long it must be quiet before work begins. */
  quietMs: number
  /** How long the first of a burst waits at most. */
  longestWaitMs: number
  /** When to try again after a failure that nobody else followed up. */
  retryMs: number
  /** Does everything that was asked for so far. Rejects when it could not. */
  work: () => Promise<void>
}

/**
 * Turns a burst of requests into few runs of `work`: short quiet time, longest wait, one run at a time.
 * A request that comes during a run causes one more run after it, so nothing asked for is ever left out.
 */
export function createCoalescer({quietMs, longestWaitMs, retryMs, work}: CoalesceOptions) {
  let firstAskedAt: number | undefined
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let closed = false

  function request() {
    if (closed) return
    firstAskedAt ??= Date.now()
    if (running) return
    const waited = Date.now() - firstAskedAt
    schedule(Math.max(0, Math.min(quietMs, longestWaitMs - waited)))
  }

  function schedule(delay: number) {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = run()
    }, delay)
  }

  async function run() {
    firstAskedAt = undefined
    const failed = await work().then(
      () => false,
      () => true,
    )
    running = undefined
    if (closed) return
    if (firstAskedAt !== undefined) schedule(quietMs)
    else if (failed) {
      firstAskedAt = Date.now()
      schedule(retryMs)
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
