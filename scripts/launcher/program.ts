import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {createWriteStream, mkdirSync} from 'node:fs'
import {join} from 'node:path'

import {say} from './say.ts'

const STOP_MS = 10_000
const RESTARTS = 3
const LAST_WORDS = 8

interface ProgramOptions {
  name: string
  /** Arguments for Node, the file first. */
  args: readonly string[]
  cwd: string
  environment: NodeJS.ProcessEnv
  dataDirectory: string
  /** What the program prints when it can be used. */
  readyWhen: RegExp
}

/**
 * Starts a program of ours in a process of its own, and keeps it up: should it end by itself, it is started again, three times.
 * Resolves when it is ready. Its log goes to `DATA_DIR/logs/<name>.log`. It ends when the launcher does, whatever happens to it.
 */
export async function startProgram(options: ProgramOptions) {
  let child: ChildProcess | undefined
  let isStopping = false
  let restartsLeft = RESTARTS

  async function up(): Promise<void> {
    const started = await startOnce(options)
    child = started
    started.once('exit', (code) => {
      if (!isStopping) void comeBack(code)
    })
  }

  async function comeBack(code: number | null) {
    say(
      `${options.name} ended by itself (${code ?? 'killed'}); see its log in ${logFile(options)}.`,
    )
    if (restartsLeft === 0)
      return say(`${options.name} stays down. Stop with Ctrl-C, then start again.`)
    restartsLeft -= 1
    await up().catch((error: unknown) => say(String(error)))
    return undefined
  }

  await up()
  return {
    /** Asks it to end, waits, and ends it by force after ten seconds. */
    async stop() {
      isStopping = true
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      child.kill('SIGTERM')
      const force = setTimeout(() => child?.kill('SIGKILL'), STOP_MS)
      await ended
      clearTimeout(force)
    },
  }
}

function startOnce(options: ProgramOptions) {
  const {name, args, cwd, environment, readyWhen} = options
  return new Promise<ChildProcess>((resolve, reject) => {
    const child = spawn(process.execPath, [...args], {
      cwd,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32', // Ctrl-C reaches the launcher alone, which stops all in order
    })
    const log = createWriteStream(logFile(options), {flags: 'a'})
    let said = ''
    const hear = (text: Buffer) => {
      log.write(text)
      if (said.length < 100_000) said += text.toString()
      if (readyWhen.test(said)) resolve(child)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', reject)
    child.once('exit', (code) => {
      log.end()
      const words = said.trim().split('\n').slice(-LAST_WORDS).join('\n')
      reject(new Error(`${name} did not start (${code ?? 'killed'}). It said:\n${words}`))
    })
  })
}

function logFile({name, dataDirectory}: ProgramOptions) {
  const directory = join(dataDirectory, 'logs')
  mkdirSync(directory, {recursive: true})
  return join(directory, `${name}.log`)
}
