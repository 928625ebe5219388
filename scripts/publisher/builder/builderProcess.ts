import type {ChildProcess} from 'node:child_process'
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import type {BuilderMessage, BuilderRequest, Built, Refusal} from './protocol.ts'

/** A builder's answer to a request for a build. */
export type Answer = Built | {type: 'refused'; refusal: Refusal}

/** One process of the builder, ready to build. */
export interface BuilderProcess {
  /** Asks for a build. Rejects with how the process ended when it did so without an answer. */
  ask: (request: BuilderRequest, onMessage: (message: BuilderMessage) => void) => Promise<Answer>
  /** Resolves when it is gone: whether it was asked to, or left by itself in good order, and how in words. */
  ended: Promise<{inOrder: boolean; how: string}>
  /** Asks it to end, and ends it by force at the deadline. */
  end: (withinMs: number) => Promise<void>
}

export interface BuilderProgram {
  /** The file that Node runs. */
  file: string
  environment: NodeJS.ProcessEnv
  /** How long it may be silent while it works, in ms. */
  stallMs: number
  /** Ends it while it is not ready yet. */
  signal: AbortSignal
}

/** Garbage is collected when the heap has grown by a third, not by two or three times: several processes are at work at once. */
const FRUGAL = ['--heap-growing-percent=30', '--min-semi-space-size=32', '--max-semi-space-size=32']

const ALONE = fileURLToPath(import.meta.resolve('./alone.ts'))

/** How much of what it printed last is told when it ends by itself. */
const TOLD_CHARACTERS = 2000

/** Starts a builder in a process of its own; resolves when it is ready. Rejects with its last words when it ends before. */
export async function startBuilderProcess(program: BuilderProgram): Promise<BuilderProcess> {
  const child = fork(ALONE, [program.file], {
    env: program.environment,
    serialization: 'advanced',
    execArgv: [...process.execArgv, ...FRUGAL],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  const ended = endOf(child)
  await firstMessage(child, ended, program.signal)
  return {
    ended,
    ask: (request, onMessage) => ask(child, {request, onMessage, ended, stallMs: program.stallMs}),
    async end(withinMs) {
      const force = setTimeout(() => child.kill('SIGKILL'), withinMs)
      if (child.connected) child.send({type: 'close'} satisfies BuilderRequest, () => undefined)
      await ended
      clearTimeout(force)
    },
  }
}

function endOf(child: ChildProcess) {
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    said = (said + chunk.toString()).slice(-TOLD_CHARACTERS)
  })
  return new Promise<{inOrder: boolean; how: string}>((resolve) => {
    child.once('error', (error) => resolve({inOrder: false, how: error.message}))
    child.once('close', (code, signal) => {
      const end = signal ?? `exit code ${code}`
      const lastWords = said.trim().split('\n').slice(-5).join('\n')
      resolve({inOrder: code === 0, how: lastWords ? `${end}: ${lastWords}` : end})
    })
  })
}

async function firstMessage(
  child: ChildProcess,
  ended: BuilderProcess['ended'],
  signal: AbortSignal,
) {
  const giveUp = () => child.kill('SIGKILL')
  signal.addEventListener('abort', giveUp)
  const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)))
  const end = await Promise.race([ready, ended])
  signal.removeEventListener('abort', giveUp)
  if (end !== true) throw new Error(`The builder did not start (${end.how}).`)
}

interface Asking {
  request: BuilderRequest
  onMessage: (message: BuilderMessage) => void
  ended: BuilderProcess['ended']
  stallMs: number
}

async function ask(child: ChildProcess, {request, onMessage, ended, stallMs}: Asking) {
  const answer = Promise.withResolvers<Answer>()
  let isStalled = false
  const giveUp = () => {
    isStalled = true
    child.kill('SIGKILL')
  }
  let stall = setTimeout(giveUp, stallMs)
  const hear = (message: unknown) => {
    if (!isBuilderMessage(message)) return
    clearTimeout(stall)
    stall = setTimeout(giveUp, stallMs)
    if (message.type === 'built' || message.type === 'refused') answer.resolve(message)
    else onMessage(message)
  }
  child.on('message', hear)
  child.send(request, (error) => {
    if (error && child.connected) answer.reject(error) // else it is leaving, and its end is the answer
  })
  try {
    const outcome = await Promise.race([answer.promise, ended])
    if ('type' in outcome) return outcome
    throw new Error(
      isStalled
        ? `The builder gave no sign of life for ${stallMs / 1000} s, and was ended.`
        : `The builder ended by itself (${outcome.how}).`,
    )
  } finally {
    clearTimeout(stall)
    child.off('message', hear)
  }
}

/** The builder is ours; what else comes over the channel is not from it. */
function isBuilderMessage(message: unknown): message is BuilderMessage {
  return typeof message === 'object' && message !== null && 'type' in message
}
