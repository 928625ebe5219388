import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {lastWords} from './lastWords.ts'
import {openRotatingLog} from './rotatingLog.ts'
import {say} from './say.ts'

const STOP_MS = 10_000
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 60_000
/** Up for so long, a program is well again: earlier ends are forgotten. */
const WELL_AFTER_MS = 60_000

interface ProgramOptions {
  name: string
  /** Arguments for Node, the file first. */
  args: readonly string[]
  cwd: string
  environment: NodeJS.ProcessEnv
  dataDirectory: string
  /** What the program prints when it can be used. */
  readyWhen: RegExp
  /** Ends the start, not the program once it is ready. */
  signal: AbortSignal
}

/**
 * Starts a program of ours in a process of its own, and keeps it up: should it end by itself, it is started again, after
 * pauses that grow up to a minute, until it stays. What stands in the way is said once. Resolves when it is ready. Its log goes to `DATA_DIR/logs/<name>.log`. It ends when the launcher does, whatever happens to it.
 */
export async function startProgram({signal, ...options}: ProgramOptions) {
  const stopping = new AbortController()
  let child = await startOnce(options, signal)
  const upkeep = keepUp()

  async function keepUp() {
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      const startedAt = performance.now()
      const how = await endOf(child)
      if (stopping.signal.aborted) return
      say(`${options.name} ended by itself (${how}); see its log in ${logFile(options)}.`)
      if (performance.now() - startedAt > WELL_AFTER_MS) pauseMs = FIRST_PAUSE_MS
      pauseMs = await comeBack(pauseMs)
      if (stopping.signal.aborted) return
    }
  }

  /** Tries until it is up again, each time after a longer pause; gives the next one. */
  async function comeBack(firstPauseMs: number) {
    let said = ''
    for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      await sleep(pauseMs, undefined, {signal: stopping.signal}).catch(() => undefined)
      if (stopping.signal.aborted) return pauseMs
      try {
        child = await startOnce(options, stopping.signal)
        if (stopping.signal.aborted) child.kill('SIGTERM')
        else say(`${options.name} is up again.`)
        return Math.min(2 * pauseMs, LONGEST_PAUSE_MS)
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error)
        if (stopping.signal.aborted) return pauseMs
        if (reason !== said) say(`${reason}\nIt is tried again until it starts.`)
        said = reason
      }
    }
  }

  return {
    /** Asks it to end, waits, and after ten seconds ends it by force, with everything it started. */
    async stop() {
      stopping.abort()
      child.kill('SIGTERM')
      const force = setTimeout(() => killGroup(child), STOP_MS)
      await upkeep
      clearTimeout(force)
    },
  }
}

type StartOptions = Omit<ProgramOptions, 'signal'>

function startOnce(options: StartOptions, signal: AbortSignal) {
  signal.throwIfAborted()
  const {name, args, cwd, environment, readyWhen} = options
  return new Promise<ChildProcess>((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32', // Ctrl-C reaches the launcher alone, which stops all in order
    })
    const log = openRotatingLog(logFile(options))
    const giveUp = () => child.kill('SIGTERM')
    signal.addEventListener('abort', giveUp, {once: true})
    let said: string | undefined = ''
    const hear = (text: Buffer) => {
      log.write(text)
      if (said === undefined) return
      said += text.toString()
      if (!readyWhen.test(said)) return
      said = undefined
      signal.removeEventListener('abort', giveUp)
      resolve(child)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('close', (code) => {
      log.end()
      signal.removeEventListener('abort', giveUp)
      const reason = `${name} did not start (${code ?? 'killed'}). It said:\n${lastWords(said ?? '')}`
      reject(new Error(reason))
    })
  })
}

/** How a program ended, now or before: its exit code, or `killed`. */
function endOf(child: ChildProcess) {
  return new Promise<number | 'killed'>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode ?? 'killed')
    else child.once('exit', (code) => resolve(code ?? 'killed'))
  })
}

function killGroup({pid}: ChildProcess) {
  if (pid !== undefined) process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
}

function logFile({name, dataDirectory}: StartOptions) {
  const directory = join(dataDirectory, 'logs')
  mkdirSync(directory, {recursive: true})
  return join(directory, `${name}.log`)
}
