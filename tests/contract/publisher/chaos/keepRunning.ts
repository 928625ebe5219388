import type {ChildProcess} from 'node:child_process'
import {fork} from 'node:child_process'
import {once} from 'node:events'

/** A program that is started again each time it ends, as a service manager does, until it is stopped. */
export interface KeptProgram {
  pid: () => number
  /** Kills it, ready or not; resolves when it is gone. The next one is on its way then. */
  kill: () => Promise<void>
  /** Where its next lives end by themselves; nowhere when there is no point. */
  nextCrashAt: (point: string | undefined) => void
  /** When the one that runs now is ready. */
  ready: () => Promise<void>
  /** How often it was killed, by whomever. */
  kills: () => number
  stop: () => Promise<void>
  start: () => void
}

/** A start that fails, because a place is not free yet, is not repeated without a breath. */
const PAUSE_MS = 20
const MOST_OWN_ENDS = 10

export function keepRunning(file: string, environment: NodeJS.ProcessEnv): KeptProgram {
  let isWanted = true
  let kills = 0
  let ownEnds = 0
  let crashAt: string | undefined
  let child = launch()

  function launch() {
    const env = {...process.env, ...environment, ...(crashAt && {CRASH_AT: crashAt})}
    const execArgv = ['--no-warnings']
    const launched = fork(file, {env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc']})
    started.set(launched, once(launched, 'message'))
    launched.once('exit', (_code, signal) => {
      if (signal === 'SIGKILL') kills += 1
      else ownEnds += 1
      setTimeout(() => {
        if (isWanted && child === launched) child = launch()
      }, PAUSE_MS)
    })
    return launched
  }

  async function ready(): Promise<void> {
    if (ownEnds > MOST_OWN_ENDS) throw new Error(`${file} ended ${ownEnds} times by itself.`)
    const waited = child
    const isReady = await Promise.race([
      (started.get(waited) ?? Promise.resolve()).then(() => true),
      endOf(waited).then(() => false),
    ])
    if (isReady && waited === child) return
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2))
    await ready()
  }

  return {
    pid: () => child.pid ?? 0,
    async kill() {
      const killed = child
      killed.kill('SIGKILL')
      await endOf(killed)
    },
    nextCrashAt(point) {
      crashAt = point
    },
    ready,
    kills: () => kills,
    async stop() {
      isWanted = false
      child.kill('SIGKILL')
      await endOf(child)
    },
    start() {
      isWanted = true
      child = launch()
    },
  }
}

const started = new WeakMap<ChildProcess, Promise<unknown>>()

async function endOf(child: ChildProcess) {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
