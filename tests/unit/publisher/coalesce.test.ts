import {setTimeout as sleep} from 'node:timers/promises'

import fc from 'fast-check'
import {expect, onTestFinished, test, vi} from 'vitest'

import {createCoalescer} from '../../../scripts/publisher/coalesce.ts'

/** Counts runs, notes how many ran at once, and works for `takes` ms; the first `fails` runs reject. */
function counted({
  takes = 0,
  fails = 0,
  quietMs = 20,
  longestWaitMs = 100,
  retryMs = 30,
  longestRetryMs = 60,
} = {}) {
  const seen = {runs: 0, atOnce: 0, mostAtOnce: 0}
  const coalescer = createCoalescer({
    quietMs,
    longestWaitMs,
    retryMs,
    longestRetryMs,
    async work() {
      seen.runs += 1
      seen.atOnce += 1
      seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce)
      await sleep(takes)
      seen.atOnce -= 1
      if (seen.runs <= fails) throw new Error('not this time')
    },
  })
  onTestFinished(coalescer.close)
  return {seen, coalescer}
}

test('makes one run of a burst', async () => {
  const {seen, coalescer} = counted()

  for (let request = 0; request < 50; request += 1) coalescer.request()
  await expect.poll(() => seen.runs).toBe(1)
  await sleep(100)

  expect(seen.runs).toBe(1)
})

test('does not wait for ever while requests keep coming', async () => {
  const {seen, coalescer} = counted({quietMs: 50, longestWaitMs: 150})

  for (let request = 0; request < 30; request += 1) {
    coalescer.request()
    await sleep(10)
  }

  expect(seen.runs).toBeGreaterThanOrEqual(1)
})

test('runs once more for what was asked during a run, and never two at once', async () => {
  const {seen, coalescer} = counted({takes: 60})

  coalescer.request()
  await expect.poll(() => seen.runs).toBe(1)
  coalescer.request()
  coalescer.request()
  await expect.poll(() => seen.runs).toBe(2)
  await sleep(150)

  expect(seen).toMatchObject({runs: 2, mostAtOnce: 1})
})

test('tries again by itself after a failure', async () => {
  const {seen, coalescer} = counted({fails: 2})

  coalescer.request()

  await expect.poll(() => seen.runs).toBe(3)
})

test('waits longer after each failure in a row, up to a limit', async () => {
  const {seen, coalescer} = counted({fails: 100, quietMs: 1, retryMs: 40, longestRetryMs: 160})

  coalescer.request()
  await sleep(600)

  expect(seen.runs).toBeGreaterThanOrEqual(3) // at 0, 40, 120, 280, 440 and 600 ms
  expect(seen.runs).toBeLessThanOrEqual(6)
})

test('lets a run end when it closes, and begins no other', async () => {
  const {seen, coalescer} = counted({takes: 40})
  coalescer.request()
  await expect.poll(() => seen.runs).toBe(1)
  coalescer.request()

  await coalescer.close()

  expect(seen).toMatchObject({runs: 1, atOnce: 0})
})

test('covers every request soon, waits for quiet, and never runs twice at once, whenever requests come', async () => {
  vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']})
  onTestFinished(() => void vi.useRealTimers())
  const quietMs = 150
  const longestWaitMs = 2000
  const pauses = fc.array(fc.oneof(fc.nat(200), fc.nat(3000)), {minLength: 1, maxLength: 40})
  await fc.assert(
    fc.asyncProperty(pauses, fc.nat(1500), async (waits, takes) => {
      const runs: {from: number; to: number}[] = []
      const asked: number[] = []
      const coalescer = createCoalescer({
        quietMs,
        longestWaitMs,
        retryMs: 5000,
        longestRetryMs: 60_000,
        async work() {
          const run = {from: performance.now(), to: Infinity}
          runs.push(run)
          await new Promise((resolve) => setTimeout(resolve, takes))
          run.to = performance.now()
        },
      })
      for (const wait of waits) {
        await vi.advanceTimersByTimeAsync(wait)
        asked.push(performance.now())
        coalescer.request()
      }
      await vi.advanceTimersByTimeAsync(20_000)

      for (const at of asked) {
        const latest = at + longestWaitMs + takes + quietMs // behind a run that had begun
        expect(runs.some(({from}) => from >= at && from <= latest)).toBe(true)
      }
      for (const [index, {from}] of runs.entries()) {
        const before = runs[index - 1]
        if (before) expect(from).toBeGreaterThanOrEqual(before.to)
        const covered = asked.filter((at) => at < from && at >= (before?.from ?? -1))
        const quiet = from - Math.max(...covered)
        const longest = from - Math.min(...covered)
        const isAfterRun = before !== undefined && from - before.to <= quietMs + 1
        expect(quiet >= quietMs || longest >= longestWaitMs || isAfterRun).toBe(true)
      }
      expect(runs.length).toBeLessThanOrEqual(asked.length)
    }),
    {numRuns: 200},
  )
})

test('waits longer for quiet soon after a run, so that a burst becomes few runs', async () => {
  const seen = {runs: 0}
  const coalescer = createCoalescer({
    quietMs: 10,
    burstQuietMs: 150,
    longestWaitMs: 400,
    retryMs: 30,
    longestRetryMs: 60,
    async work() {
      seen.runs += 1
    },
  })
  onTestFinished(coalescer.close)

  for (let request = 0; request < 20; request += 1) {
    coalescer.request()
    await sleep(50)
  }
  await sleep(200)

  expect(seen.runs).toBeGreaterThan(1)
  expect(seen.runs).toBeLessThanOrEqual(5)
})
