import type {Reaper} from './createReaper.ts'
import {startEvaluator, type Evaluator} from './startEvaluator.ts'

export interface PoolOptions {
  /** The lake's SQLite file, which each process opens read only. */
  file: string
  /** How many processes there are when little is asked, and how many there may be. */
  size: {least: number; most: number}
  reaper: Reaper
}

const LONGEST_PAUSE_MS = 5000
const REVIEW_MS = 60_000

/** Processes that are started anew when they are lost; more of them while there is need. `onFree` is called when one may be taken. */
export function createEvaluatorPool({file, size, reaper}: PoolOptions, onFree: () => void) {
  const free: Evaluator[] = []
  const ready = new Set<Evaluator>()
  const all = new Set<Evaluator>()
  let isClosed = false
  let failedStarts = 0
  let mayStartAt = 0
  let wasNeeded = false

  for (let started = 0; started < size.least; started += 1) start()
  const review = setInterval(() => {
    if (!wasNeeded && all.size > size.least)
      free
        .pop()
        ?.end()
        .catch(() => undefined)
    wasNeeded = false
  }, REVIEW_MS).unref()

  function start() {
    if (isClosed) return
    try {
      const evaluator = startEvaluator(file, {onReady, onExit})
      all.add(evaluator)
      if (evaluator.pid !== undefined) reaper.add(evaluator.pid)
    } catch {
      comeBack() // the machine has no more processes, or no memory for one
    }
  }

  function onReady(evaluator: Evaluator) {
    failedStarts = 0
    ready.add(evaluator)
    release(evaluator)
  }

  function onExit(evaluator: Evaluator, wasReady: boolean) {
    all.delete(evaluator)
    if (evaluator.pid !== undefined) reaper.remove(evaluator.pid)
    ready.delete(evaluator)
    if (free.includes(evaluator)) free.splice(free.indexOf(evaluator), 1)
    comeBack(wasReady)
  }

  /** Starts another where there are too few, later each time that one does not start. */
  function comeBack(wasReady = false) {
    if (!wasReady) failedStarts += 1
    const pauseMs = wasReady ? 0 : Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failedStarts)
    mayStartAt = performance.now() + pauseMs
    setTimeout(() => {
      if (all.size < size.least) start()
      onFree()
    }, pauseMs).unref()
  }

  function release(evaluator: Evaluator) {
    if (!evaluator.isAlive()) return // its exit is about to be told
    free.push(evaluator)
    onFree()
  }

  return {
    /** How many have been started and are alive, free or not. */
    readyCount: () => ready.size,

    hasFree: () => free.length > 0,
    take: () => free.pop(),

    /** Gives back one that was taken. */
    release,

    /** To be called whenever one more is, or would be, of use; nothing happens when there are as many as may be. */
    need() {
      wasNeeded = true
      if (all.size < size.most && performance.now() >= mayStartAt) start()
    },

    /** To be called when all are of use that there are. */
    keep() {
      wasNeeded = true
    },

    async close() {
      isClosed = true
      clearInterval(review)
      await Promise.all([...all].map((evaluator) => evaluator.end()))
    },
  }
}
