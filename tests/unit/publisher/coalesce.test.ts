import {setTimeout as sleep} from 'node:timers/promises'

import {expect, onTestFinished, test} from 'vitest'

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
