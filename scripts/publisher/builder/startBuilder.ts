import {setTimeout as sleep} from 'node:timers/promises'

import type {Fault} from '../../faults/fault.ts'
import {faultOf} from '../../faults/faultOf.ts'
import type {Log} from '../../log.ts'
import type {Answer, BuilderProcess, BuilderProgram} from './builderProcess.ts'
import {startBuilderProcess} from './builderProcess.ts'
import {BuilderStopped} from './builderStopped.ts'
import type {BuilderMessage, BuilderRequest} from './protocol.ts'

export type BuildRequest = Extract<BuilderRequest, {type: 'build'}>

/** The publisher's side of its builder: kept up, and asked for one build at a time. */
export interface Builder {
  /**
   * Asks for a build. A builder that ends on the way is started again, and asked to compare everything; rejects when
   * it ends every time, or when it is closed.
   */
  build: (request: BuildRequest, onMessage: (message: BuilderMessage) => void) => Promise<Answer>
  /** Whether it can build, and why not when it ended more than once before it could. */
  state: () => BuilderState
  /** Lets a running build end, for a time, and ends the process. */
  close: () => Promise<void>
}

/** How the builder is: `failing` while it ends again and again. */
type BuilderState =
  {state: 'ready' | 'starting'; fault?: undefined} | {state: 'failing'; fault: Fault}

interface BuilderOptions {
  program: Omit<BuilderProgram, 'signal'>
  restartMs: number
  longestRestartMs: number
  stopMs: number
  log: Log
}

const ATTEMPTS = 3

/** Starts the builder, and goes on when it is not ready yet: who asks first waits for it. */
export function startBuilder(options: BuilderOptions): Builder {
  const {program, log, restartMs, longestRestartMs, stopMs} = options
  const closing = new AbortController()
  let failures = 0
  let isReady = false
  let lastFault: Fault | undefined
  let current: Promise<BuilderProcess> | undefined
  let running: Promise<unknown> = Promise.resolve()

  function warm(): Promise<BuilderProcess> {
    current ??= launch()
    return current
  }

  function launch() {
    const starting = waitAfterFailures().then(() =>
      startBuilderProcess({...program, signal: closing.signal}),
    )
    starting
      .then(({ended}) => {
        isReady = true
        return ended
      })
      .then(
        ({inOrder, how, fault}) => onEnd(inOrder, fault ?? faultOf(how)),
        (error: unknown) => onEnd(false, faultOf(error)),
      )
    return starting
  }

  /** It leaves in good order when it has grown or its code has changed; either way the next one warms up at once. */
  function onEnd(inOrder: boolean, fault: Fault) {
    current = undefined
    isReady = false
    lastFault = inOrder ? undefined : fault
    failures = inOrder ? 0 : failures + 1
    if (closing.signal.aborted) return
    if (!inOrder) log.warn({fault}, 'the builder ended by itself, and is started again')
    warm().catch(() => undefined) // told to whoever asks for a build
  }

  async function waitAfterFailures() {
    closing.signal.throwIfAborted()
    if (failures === 0) return
    const wait = Math.min(longestRestartMs, restartMs * 2 ** (failures - 1))
    await sleep(wait, undefined, {signal: closing.signal})
  }

  async function build(request: BuildRequest, onMessage: (message: BuilderMessage) => void) {
    let asked = request
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await (await warm()).ask(asked, onMessage)
        failures = 0
        return answer
      } catch (error) {
        if (closing.signal.aborted) throw new BuilderStopped(error)
        if (attempt === ATTEMPTS) throw error
        log.warn({err: error, attempt}, 'the build is asked for again')
        asked = {...request, scope: 'everything'}
        await sleep(0) // its end is dealt with first
      }
    }
  }

  warm().catch(() => undefined)
  return {
    build(request, onMessage) {
      const answer = build(request, onMessage)
      running = answer.catch(() => undefined)
      return answer
    },
    state() {
      if (isReady) return {state: 'ready'}
      return lastFault && failures >= ATTEMPTS
        ? {state: 'failing', fault: lastFault}
        : {state: 'starting'}
    },
    async close() {
      closing.abort()
      const deadline = Date.now() + stopMs
      await Promise.race([running, sleep(stopMs, undefined, {ref: false})])
      const last = await current?.catch(() => undefined)
      await last?.end(Math.max(0, deadline - Date.now()))
    },
  }
}
