import {setTimeout as sleep} from 'node:timers/promises'

import {z} from 'zod'

import type {Teller} from './createTeller.ts'

/** How patient a watch is, in milliseconds. */
export interface WatchTimes {
  askEvery: number
  /** How long one question may wait for its answer. */
  patience: number
  /** Silent for so long, a program is hung: far longer than a slow machine makes anybody wait. */
  hungAfter: number
}

export const WATCH_TIMES: WatchTimes = {askEvery: 10_000, patience: 30_000, hungAfter: 120_000}

interface WatchOptions {
  /** What the program answers as long as it can do its work. */
  healthUrl: string
  teller: Teller
  times: WatchTimes
  /** Ends the watch. */
  signal: AbortSignal
}

const healthAnswer = z.object({problem: z.string().nullish()})

/**
 * Asks a program how it is, tells of it what it says, and resolves to `true` when it has been silent for too long. An
 * answer counts whatever it says; one round counts no longer than it was to last, for a laptop may have slept.
 */
export async function watchHealth({healthUrl, teller, times, signal}: WatchOptions) {
  const longestRound = times.askEvery + times.patience
  let silentMs = 0
  while (!signal.aborted) {
    const startedAt = performance.now()
    await sleep(times.askEvery, undefined, {signal}).catch(() => undefined)
    const answer = signal.aborted ? undefined : await ask(healthUrl, times.patience, signal)
    if (signal.aborted) return false
    if (answer === undefined) silentMs += Math.min(performance.now() - startedAt, longestRound)
    else {
      silentMs = 0
      teller.health(answer.problem ?? undefined)
    }
    if (silentMs >= times.hungAfter) return true
  }
  return false
}

/** What a program says of itself; nothing where it does not answer at all. */
async function ask(healthUrl: string, patience: number, signal: AbortSignal) {
  try {
    const late = AbortSignal.any([AbortSignal.timeout(patience), signal])
    const answer = await fetch(healthUrl, {signal: late})
    return healthAnswer.catch({}).parse(await answer.json().catch(() => ({})))
  } catch {
    return undefined
  }
}
