import {spawn} from 'node:child_process'

import {plainLines, whyFailed} from './faults/firstError.ts'

const SHOWN_LINES = 12

/** A program that Node runs; it ends with the one that started it. */
interface RunOptions {
  /** Arguments for Node, the file first. */
  args: readonly string[]
  cwd: string
  environment: NodeJS.ProcessEnv
  /** Ends it early. */
  signal?: AbortSignal | undefined
}

/**
 * Runs a program to its end. When it fails or is ended early, rejects with the message of its error as the first line,
 * and what else it printed last below.
 */
export function runToEnd({args, cwd, environment, signal}: RunOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', endWithStarter, ...args], {
      cwd,
      env: environment,
      signal,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    let said = ''
    const hear = (text: Buffer) => (said += text.toString())
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error) // else it is being ended: `close` follows
    })
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(told(said) || 'It stopped without a word.'))
    })
  })
}

const endWithStarter = import.meta.resolve('./endWithStarter.ts')

/** The error first, whose line a person reads; then the end, for who looks closer. */
function told(said: string) {
  const error = whyFailed(said)
  const last = plainLines(said).slice(-SHOWN_LINES)
  return [error, ...last.filter((line) => line !== error)].join('\n').trim()
}
