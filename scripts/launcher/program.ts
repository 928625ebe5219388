import type {ChildProcess} from 'node:child_process'
import {setTimeout as sleep} from 'node:timers/promises'

import {isLasting} from '../faults/faultKind.ts'
import {faultOf} from '../faults/faultOf.ts'
import {sayFault} from '../faults/sayFault.ts'
import type {Teller} from './createTeller.ts'
import {createTeller} from './createTeller.ts'
import {say} from './say.ts'
import type {ProcessOptions, RunningProcess} from './startProcess.ts'
import {logFile, startProcess} from './startProcess.ts'
import type {WatchTimes} from './watchHealth.ts'
import {WATCH_TIMES, watchHealth} from './watchHealth.ts'

const STOP_MS = 10_000
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** Up for so long, a program is well again: earlier ends are forgotten. */
const WELL_AFTER_MS = 60_000

interface ProgramOptions extends ProcessOptions {
  /** Where it says how it is. One that is alive and does not answer there for long is started again. */
  healthUrl?: string
  watchTimes?: WatchTimes
  /** Tells of it; shared with others who do. */
  teller?: Teller
  /** Ends the start, not the program once it is ready. */
  signal: AbortSignal
}

/**
 * Starts a program of ours in a process of its own, and keeps it up: should it end by itself or hang, it is started
 * again, after pauses that grow up to a minute, until it stays. What stands in the way is said once. Resolves when it is
 * ready. Its log goes to `DATA_DIR/logs/<name>.log`. It ends when the launcher does, whatever happens to it.
 */
export async function startProgram({signal, ...options}: ProgramOptions) {
  const {name, teller = createTeller(name), healthUrl, watchTimes = WATCH_TIMES} = options
  const stopping = new AbortController()
  let running = await startProcess(options, signal)
  const upkeep = keepUp()

  async function keepUp() {
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      const startedAt = performance.now()
      const why = await endOf(running)
      if (stopping.signal.aborted) return
      if (performance.now() - startedAt > WELL_AFTER_MS) {
        pauseMs = FIRST_PAUSE_MS
        teller.forget()
      }
      const isNews = teller.once(`${why} It is started again; its log is ${logFile(options)}.`)
      pauseMs = await comeBack(pauseMs, isNews)
      if (stopping.signal.aborted) return
    }
  }

  /** Why it ended, in a sentence. */
  async function endOf({child, ended}: RunningProcess) {
    const watch = new AbortController()
    const isHung = healthUrl
      ? watchHealth({healthUrl, teller, times: watchTimes, signal: watch.signal})
      : Promise.resolve(false)
    const hanging = isHung.then((hung) => hung && killGroup(child))
    const {how, fault} = await ended
    watch.abort()
    if (await hanging) {
      const seconds = Math.round(watchTimes.hungAfter / 1000)
      return `${name} had answered nothing for ${seconds} s, and was ended.`
    }
    return fault
      ? `${name} ended by itself: ${sayFault(fault)}`
      : `${name} ended by itself (${how}).`
  }

  /** Tries until it is up again, each time after a longer pause; gives the next one. */
  async function comeBack(firstPauseMs: number, isNews: boolean) {
    let hasToTell = isNews
    for (let pauseMs = firstPauseMs; ; pauseMs = longer(pauseMs)) {
      await sleep(pauseMs, undefined, {signal: stopping.signal}).catch(() => undefined)
      if (stopping.signal.aborted) return pauseMs
      try {
        running = await startProcess(options, stopping.signal)
        if (stopping.signal.aborted) running.child.kill('SIGTERM')
        else if (hasToTell) say(`${name} is up again.`)
        return longer(pauseMs)
      } catch (error) {
        if (stopping.signal.aborted) return pauseMs
        const fault = faultOf(error)
        if (isLasting(fault.kind)) pauseMs = LONGEST_PAUSE_MS
        hasToTell =
          teller.once(`${sayFault(fault)} It is tried again until it starts.`) || hasToTell
      }
    }
  }

  return {
    /** Asks it to end, waits, and after ten seconds ends it by force, with everything it started. */
    async stop() {
      stopping.abort()
      running.child.kill('SIGTERM')
      const force = setTimeout(() => killGroup(running.child), STOP_MS)
      await upkeep
      clearTimeout(force)
    },
  }
}

const longer = (pauseMs: number) => Math.min(2 * pauseMs, LONGEST_PAUSE_MS)

function killGroup({pid}: ChildProcess) {
  try {
    if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
  return true
}
