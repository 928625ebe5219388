import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {createWriteStream, mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {lastWords} from './lastWords.ts'
import {say} from './say.ts'

const STOP_MS = 10_000
const RESTARTS = 5
const RESTART_AFTER_MS = 1000

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
 * Starts a program of ours in a process of its own, and keeps it up: should it end by itself, it is started again, five times.
 * Resolves when it is ready. Its log goes to `DATA_DIR/logs/<name>.log`. It ends when the launcher does, whatever happens to it.
 */
export async function startProgram({signal, ...options}: ProgramOptions) {
  const stopping = new AbortController()
  let child = await startOnce(options, signal)
  const upkeep = keepUp()

  async function keepUp() {
    for (let restart = 0; ; restart += 1) {
      const how = await endOf(child)
      if (stopping.signal.aborted) return
      say(`${options.name} ended by itself (${how}); see its log in ${logFile(options)}.`)
      if (restart === RESTARTS)
        return say(`${options.name} stays down. Stop with Ctrl-C, then start again.`)
      await comeBack()
    }
  }

  async function comeBack() {
    try {
      await sleep(RESTART_AFTER_MS, undefined, {signal: stopping.signal})
      child = await startOnce(options, stopping.signal)
      if (stopping.signal.aborted) child.kill('SIGTERM')
    } catch (error) {
      if (!stopping.signal.aborted) say(error instanceof Error ? error.message : String(error))
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
    const log = createWriteStream(logFile(options), {flags: 'a'})
    log.on('error', () => undefined) // a full disk: the program itself says so
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
