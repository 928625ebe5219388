import {setImmediate} from 'node:timers/promises'
import {expect, test} from 'vitest'

import {startTimeLimit} from '../../../scripts/lake/groq/startTimeLimit.ts'

/** Stops everything in this program for a while, as a sleep of the machine does. */
const freeze = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

test('ends what takes too long', async () => {
  const {promise, resolve} = Promise.withResolvers<void>()
  startTimeLimit(10, resolve)

  await promise
})

test('hears of what happened in a freeze before it ends anything', async () => {
  let ended = false
  const limit = startTimeLimit(10, () => {
    ended = true
  })
  freeze(300)
  for (let turn = 0; turn < 5; turn += 1) await setImmediate()

  expect(ended).toBe(false)
  limit.restart(10)
  await expect.poll(() => ended).toBe(true)
})
