import {setImmediate as breath} from 'node:timers/promises'

import type {Log} from '../../log.ts'
import type {Store} from '../store/createStore.ts'
import {thinningPasses} from './thinningPasses.ts'

const HOUR_MS = 60 * 60_000
const JUMP_MS = 60_000

interface ThinningOptions {
  store: Store
  log: Log
  now: () => Date
  historyDays: number
  everyMs?: number | undefined
}

/** Thins the log while the lake runs, some steps at a time, so that nobody waits for it. */
export function createThinningTimer({
  store,
  log,
  now,
  historyDays,
  everyMs = HOUR_MS / 6,
}: ThinningOptions) {
  let closed = false
  let running = Promise.resolve()
  const clocks = () => ({wall: now().getTime(), steady: performance.now()})
  let before = clocks()
  const timer = setInterval(() => {
    running = running.then(thin)
  }, everyMs)

  /** A clock that has just been set may be wrong, and what is thinned does not come back. */
  function hasClockJumped() {
    const {wall, steady} = before
    before = clocks()
    return Math.abs(before.wall - wall - (before.steady - steady)) > JUMP_MS
  }

  async function thin() {
    try {
      if (hasClockJumped()) return
      for (const _ of thinningPasses(store, now(), {freshMs: HOUR_MS, historyDays})) {
        if (closed) return
        await breath()
      }
    } catch (error) {
      log.error({err: error}, 'the history could not be thinned; it is tried again later')
    }
  }

  return {
    /** Resolves when nothing is thinned any more; what is left is done after the next start. */
    async close() {
      closed = true
      clearInterval(timer)
      await running
    },
  }
}
