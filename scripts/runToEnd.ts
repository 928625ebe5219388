import {spawn} from 'node:child_process'

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

/** Runs a program to its end. Rejects with the last lines it printed when it fails or is ended early. */
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
      else reject(new Error(lastLines(said) || 'It stopped without a word.'))
    })
  })
}

const endWithStarter = import.meta.resolve('./endWithStarter.ts')

/** What a person needs of what was printed: the first error, else the end; without colours, and without calls. */
function lastLines(said: string) {
  // eslint-disable-next-line no-control-regex -- colours are for terminals, this goes into a sentence
  const plain = said.replace(/\u001b\[[0-9;]*m/g, '')
  const told = plain.split('\n').filter((line) => line.trim() && !CALL.test(line))
  const fault = told.findIndex((line) => line.includes('[ERROR]'))
  const shown = fault < 0 ? told.slice(-SHOWN_LINES) : told.slice(fault, fault + SHOWN_LINES)
  return shown.join('\n').trim()
}

const CALL = /^\s+at .|^\s*Stack trace:$/
