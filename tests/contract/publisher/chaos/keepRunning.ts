import {fork} from 'node:child_process'
import {once} from 'node:events'
import {setTimeout as sleep} from 'node:timers/promises'

/** A program that is started again each time it ends, as a service manager does, until it is stopped. */
export interface KeptProgram {
  pid: () => number
  /** Kills it, ready or not; resolves when it is gone. The next one is on its way then. */
  kill: () => Promise<void>
  /** Where its next lives end by themselves; nowhere when there is no point. */
  nextCrashAt: (point: string | undefined) => void
  /** When the one that runs now is ready. Rejects when it cannot be started. */
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
  let life = launch()

  function launch() {
    const env = {...process.env, ...environment, ...(crashAt && {CRASH_AT: crashAt})}
    const launched = startLife(file, env)
    void launched.ended.then(async (signal) => {
      if (signal === 'SIGKILL') kills += 1
      else ownEnds += 1
      await sleep(PAUSE_MS)
      if (isWanted && life === launched) life = launch()
    })
    return launched
  }

  async function ready(): Promise<void> {
    if (ownEnds > MOST_OWN_ENDS) throw new Error(`${file} ended ${ownEnds} times by itself.`)
    const waited = life
    const isReady = await Promise.race([waited.started, waited.ended.then(() => false)])
    if (isReady && waited === life) return
    await sleep(PAUSE_MS * 2)
    await ready()
  }

  async function kill() {
    const {child, ended} = life
    child.kill('SIGKILL')
    await ended
  }

  return {
    pid: () => life.child.pid ?? 0,
    kill,
    nextCrashAt(point) {
      crashAt = point
    },
    ready,
    kills: () => kills,
    async stop() {
      isWanted = false
      await kill()
    },
    start() {
      isWanted = true
      life = launch()
    },
  }
}

/** One process: when it said that it is ready, and by which signal it ended. */
function startLife(file: string, env: NodeJS.ProcessEnv) {
  const execArgv = ['--no-warnings']
  const child = fork(file, {env, execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc']})
  const started = once(child, 'message').then(() => true)
  const ended = once(child, 'exit').then(([, signal]: unknown[]) => signal)
  return {child, started, ended}
}
