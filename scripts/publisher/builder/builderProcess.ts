import type {ChildProcess} from 'node:child_process'
import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import type {Fault} from '../../faults/fault.ts'
import {parseFault, ToldFault} from '../../faults/fault.ts'
import {faultOf} from '../../faults/faultOf.ts'
import {whyFailed} from '../../faults/firstError.ts'
import type {BuilderMessage, BuilderRequest, Built, Refusal} from './protocol.ts'

/** A builder's answer to a request for a build. */
export type Answer = Built | {type: 'refused'; refusal: Refusal}

/** One process of the builder, ready to build. */
export interface BuilderProcess {
  /** Asks for a build. Rejects with how the process ended when it did so without an answer. */
  ask: (request: BuilderRequest, onMessage: (message: BuilderMessage) => void) => Promise<Answer>
  /** Resolves when it is gone: whether it was asked to, or left by itself in good order, else why. */
  ended: Promise<End>
  /** Asks it to end, and ends it by force at the deadline. */
  end: (withinMs: number) => Promise<void>
}

interface End {
  inOrder: boolean
  /** Its exit code or signal, and what was wrong. */
  how: string
  fault: Fault | undefined
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

/** How much of what it printed last is looked through for its error when it ends without telling it. */
const HEARD_CHARACTERS = 20_000

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
  let told: Fault | undefined
  child.on('message', (message) => {
    told = parseFault(message) ?? told
  })
  child.stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    said = (said + chunk.toString()).slice(-HEARD_CHARACTERS)
  })
  return new Promise<End>((resolve) => {
    child.once('error', (error) =>
      resolve({inOrder: false, how: error.message, fault: faultOf(error)}),
    )
    child.once('close', (code, signal) => {
      const end = signal ?? `exit code ${code}`
      const printed = whyFailed(said)
      const fault = told ?? (printed ? faultOf(printed) : undefined)
      resolve({inOrder: code === 0, how: fault ? `${end}: ${fault.message}` : end, fault})
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
  const ready = new Promise<true>((resolve) =>
    child.on('message', (message) => {
      if (isBuilderMessage(message) && message.type === 'ready') resolve(true)
    }),
  )
  const end = await Promise.race([ready, ended])
  signal.removeEventListener('abort', giveUp)
  if (end !== true) throw endedBy('did not start', end)
}

/** What became of the builder, with its own error as the cause. */
const endedBy = (what: string, {how, fault}: End) =>
  new Error(`The builder ${what} (${how})`, fault ? {cause: new ToldFault(fault)} : {})

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
    else if (message.type !== 'failed') onMessage(message) // its end is told when it has ended
  }
  child.on('message', hear)
  child.send(request, (error) => {
    if (error && child.connected) answer.reject(error) // else it is leaving, and its end is the answer
  })
  try {
    const outcome = await Promise.race([answer.promise, ended])
    if ('type' in outcome) return outcome
    if (!isStalled) throw endedBy('ended by itself', outcome)
    throw new Error(`The builder gave no sign of life for ${stallMs / 1000} s, and was ended.`)
  } finally {
    clearTimeout(stall)
    child.off('message', hear)
  }
}

/** The builder is ours; what else comes over the channel is not from it. */
function isBuilderMessage(message: unknown): message is BuilderMessage {
  return typeof message === 'object' && message !== null && 'type' in message
}
