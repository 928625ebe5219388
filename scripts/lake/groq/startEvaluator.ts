import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {ApiError} from '../errors.ts'
import type {Answer, Job} from './jobs.ts'
import {queryEvaluationError} from './queryErrors.ts'
import {startTimeLimit} from './startTimeLimit.ts'

/** A process that evaluates one job at a time. */
export type Evaluator = ReturnType<typeof startEvaluator>

interface EvaluatorEvents {
  /** It has loaded everything, and is free. */
  onReady: (evaluator: Evaluator) => void
  onExit: (evaluator: Evaluator, wasReady: boolean) => void
}

const PROGRAM = fileURLToPath(new URL('./evaluator.ts', import.meta.url))
const MEMORY_LIMIT_MB = 1024

/** How long a process may take to begin with a job, on a machine that has much to do. */
const LONGEST_START_MS = 10_000

/** Starts a process over the lake's SQLite file. It is killed when a job takes too long; what takes too much memory ends it. */
export function startEvaluator(file: string, {onReady, onExit}: EvaluatorEvents) {
  const child = fork(PROGRAM, [file], {
    env: {}, // it needs nothing of the lake’s, least of all its secrets
    execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  let isReady = false
  let isGone = false
  const tellGone = () => {
    if (isGone) return
    isGone = true
    onExit(evaluator, isReady)
  }
  child.on('error', () => {
    child.kill('SIGKILL')
    if (child.pid === undefined) setImmediate(tellGone) // it could not be started, and will not end
  })
  child.once('exit', tellGone)
  child.once('message', () => {
    isReady = true
    if (child.connected) onReady(evaluator) // else its exit is about to be told
  })

  /** Rejects with 504 when the job takes longer than `timeLimitMs` from the moment it began. */
  function evaluate(job: Job, timeLimitMs: number): Promise<Required<Pick<Answer, 'json' | 'ms'>>> {
    const {promise, resolve, reject} = Promise.withResolvers<{json: Bytes; ms: number}>()
    const limit = startTimeLimit(timeLimitMs + LONGEST_START_MS, () => {
      finish()
      reject(tooSlow(timeLimitMs))
      child.kill('SIGKILL')
    })
    const finish = () => {
      limit.stop()
      child.off('message', onMessage).off('exit', onEnd)
    }
    function onMessage(answer: Answer) {
      if (answer.hasBegun) return limit.restart(timeLimitMs)
      finish()
      if (answer.json) resolve({json: answer.json, ms: answer.ms ?? 0})
      else reject(failureOf(answer))
    }
    function onEnd(_code: number | null, signal: NodeJS.Signals | null) {
      finish()
      reject(signal === 'SIGABRT' ? tooLarge() : new Error('A query process ended by itself.'))
    }
    child.on('message', onMessage).on('exit', onEnd)
    try {
      child.send(job, (error) => {
        if (error) child.kill('SIGKILL')
      })
    } catch (error) {
      finish()
      reject(error)
    }
    return promise
  }

  const evaluator = {
    pid: child.pid,
    evaluate,

    /** Whether it can be given another job. */
    isAlive: () =>
      child.connected && !child.killed && child.exitCode === null && child.signalCode === null,

    /** Ends the process; resolves when it is gone. */
    end() {
      if (child.pid === undefined) return Promise.resolve()
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.ref() // whoever closes waits for its end
      child.kill('SIGKILL')
      return gone
    },
  }
  return evaluator
}

type Bytes = Uint8Array<ArrayBuffer>

function failureOf({
  failure,
  fault = 'A query process sent neither a result nor a reason.',
}: Answer) {
  return failure ? new ApiError(failure.status, failure.message, failure.body) : new Error(fault)
}

const tooSlow = (timeLimitMs: number) =>
  queryEvaluationError(
    504,
    `The query took longer than ${timeLimitMs} ms and was stopped. Narrow it: by _type, by _id, or with fewer nested *.`,
  )

const tooLarge = () =>
  queryEvaluationError(
    400,
    `The query needed more than ${MEMORY_LIMIT_MB} MB. Ask for fewer documents or fields.`,
  )
