import {withAdvice} from '../../withAdvice.ts'
import type {AfterworkRequest} from './runAfterwork.ts'
import {runAfterwork} from './runAfterwork.ts'

/** What became of the afterwork for one release. */
export interface AfterworkResult {
  /** The release it was done for. */
  release: string
  /**
   * `live`: the second release took its place. `superseded`: something else went live meanwhile, and stays.
   * `nothing`: there was nothing to add. `failed`: the first release stays, whole.
   */
  outcome: 'live' | 'superseded' | 'nothing' | 'failed'
  /** The second release. */
  second: string | null
  reason: string | null
  ms: number
}

interface AfterworkParts {
  /** The folder of releases; absolute. */
  root: string
  /** The id of the release that is live now. */
  live: () => string | undefined
  swap: (release: string) => void
  /** Told after each run; the next begins after it returned. */
  onResult: (result: AfterworkResult) => void
  run?: (request: AfterworkRequest) => Promise<string>
}

/**
 * Does the work that follows a go-live, one release at a time, and swaps to the second release if the first is still
 * live then. Of releases that come during a run, only the newest is worked on: what a run made is made for the next too.
 */
export function createAfterwork({root, live, swap, onResult, run = runAfterwork}: AfterworkParts) {
  const stopping = new AbortController()
  let waiting: string | undefined
  let running: Promise<void> | undefined

  async function runAll() {
    for (let release = take(); release !== undefined; release = take()) await runOne(release)
    running = undefined
  }

  function take() {
    const release = waiting
    waiting = undefined
    return stopping.signal.aborted ? undefined : release
  }

  async function runOne(release: string) {
    const startedAt = performance.now()
    const done = (outcome: AfterworkResult['outcome'], second: string | null, reason?: string) =>
      onResult({
        release,
        outcome,
        second,
        reason: reason ?? null,
        ms: Math.round(performance.now() - startedAt),
      })
    try {
      const second = await run({root, release, signal: stopping.signal})
      if (second === release) done('nothing', null)
      else if (live() !== release) done('superseded', second)
      else {
        swap(second)
        done('live', second)
      }
    } catch (error) {
      if (!stopping.signal.aborted) done('failed', null, withAdvice(error))
    }
  }

  return {
    /** Asks for the afterwork of a release that went live; returns at once. */
    request(release: string) {
      waiting = release
      running ??= runAll()
    },
    /** Whether a process of ours may be writing to the store: releases must not be swept now. */
    isRunning: () => running !== undefined,
    /** When nothing runs or waits. */
    async idle() {
      await running
    },
    /** Ends a run early, and begins no other. */
    async close() {
      stopping.abort()
      await running
    },
  }
}
