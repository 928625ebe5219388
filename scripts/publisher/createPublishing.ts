import {createCoalescer} from './coalesce.ts'
import type {Scope} from './builder/protocol.ts'
import type {Times} from './times.ts'

/**
 * When to publish, and how much to compare: the documents that webhooks named, but everything on start, after a failure,
 * from time to time, and whenever somebody asks for it.
 */
export function createPublishing(times: Times, publish: (scope: Scope) => Promise<void>) {
  let isCertain = false
  const coalescer = createCoalescer({
    quietMs: times.quiet,
    burstQuietMs: times.burstQuiet,
    longestWaitMs: times.longestWait,
    retryMs: times.retry,
    longestRetryMs: times.longestRetry,
    async work() {
      const scope = isCertain ? 'named' : 'everything'
      isCertain = true
      try {
        await publish(scope)
      } catch (error) {
        isCertain = false
        throw error
      }
    },
  })

  function compareEverything() {
    isCertain = false
    coalescer.request()
  }
  const timer = setInterval(compareEverything, times.reconcile)

  return {
    /** Something waits to be published. */
    request: coalescer.request,
    compareEverything,
    /** Lets a publish that has begun come to its end, and begins no other. */
    async close() {
      clearInterval(timer)
      await coalescer.close()
    },
  }
}

export type Publishing = ReturnType<typeof createPublishing>
