import {fork, type ChildProcess} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {ApiError} from '../errors.ts'
import type {Answer, Job} from './jobs.ts'
import {queryEvaluationError} from './queryErrors.ts'

interface EvaluatorsOptions {
  /** The lake's SQLite file, which each process opens read only. */
  file: string
  size: number
  timeLimitMs: number
  /** How many jobs may wait. One more is refused with 429. */
  queueLimit: number
}

type Bytes = Uint8Array<ArrayBuffer>

interface Task {
  job: Job
  settle: PromiseWithResolvers<Bytes>
}

const PROGRAM = fileURLToPath(new URL('./evaluator.ts', import.meta.url))
const MEMORY_LIMIT_MB = 1024
const LONGEST_PAUSE_MS = 5000

/**
 * Processes that evaluate one job at a time each. One that takes too long is ended, one that takes too much memory ends by
 * itself, and a new one starts: no job can cost more than itself. Threads would not do, for V8 then ends the whole program.
 */
export function createEvaluators({file, size, timeLimitMs, queueLimit}: EvaluatorsOptions) {
  const waiting: Task[] = []
  const idle: ChildProcess[] = []
  const all = new Set<ChildProcess>()
  let isClosed = false
  let failedStarts = 0

  for (let started = 0; started < size; started += 1) start()

  function start() {
    if (isClosed) return
    const child = fork(PROGRAM, [file], {
      env: {}, // it needs nothing of the lake’s, least of all its secrets
      execArgv: [`--max-old-space-size=${MEMORY_LIMIT_MB}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    all.add(child)
    let isReady = false
    child.on('error', () => child.kill('SIGKILL'))
    child.once('exit', () => replace(child, isReady))
    child.once('message', () => {
      isReady = true
      failedStarts = 0
      makeIdle(child)
    })
  }

  function replace(child: ChildProcess, wasReady: boolean) {
    all.delete(child)
    if (idle.includes(child)) idle.splice(idle.indexOf(child), 1)
    if (wasReady) return start()
    failedStarts += 1
    setTimeout(start, Math.min(LONGEST_PAUSE_MS, 50 * 2 ** failedStarts)).unref()
  }

  function makeIdle(child: ChildProcess) {
    if (!child.connected) return // it has ended, and its exit is about to be told
    idle.push(child)
    next()
  }

  function next() {
    const child = waiting.length > 0 ? idle.pop() : undefined
    const task = child && waiting.shift()
    if (task) evaluate(child, task)
  }

  function evaluate(child: ChildProcess, {job, settle}: Task) {
    const timer = setTimeout(() => {
      finish()
      settle.reject(tooSlow(timeLimitMs))
      child.kill('SIGKILL')
    }, timeLimitMs)
    const finish = () => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit)
    }
    function onMessage(answer: Answer) {
      finish()
      if (answer.json) settle.resolve(answer.json)
      else settle.reject(failureOf(answer))
      makeIdle(child)
    }
    function onExit(_code: number | null, signal: NodeJS.Signals | null) {
      finish()
      settle.reject(
        signal === 'SIGABRT' ? tooLarge() : new Error('A query process ended by itself.'),
      )
    }
    child.on('message', onMessage).on('exit', onExit)
    try {
      child.send(job, (error) => {
        if (error) child.kill('SIGKILL')
      })
    } catch (error) {
      finish()
      settle.reject(error)
      makeIdle(child)
    }
  }

  return {
    /** Evaluates a job into UTF-8 JSON. Rejects with 400, 429 when too many wait, or 504 past the time limit. */
    run(job: Job, signal?: AbortSignal): Promise<Bytes> {
      if (waiting.length >= queueLimit) return Promise.reject(tooBusy(queueLimit))
      const task: Task = {job, settle: Promise.withResolvers()}
      waiting.push(task)
      signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(task)
        if (place >= 0) waiting.splice(place, 1)
        task.settle.reject(signal.reason)
      })
      next()
      return task.settle.promise
    },

    /** Ends every process; jobs that wait or run are rejected. */
    async close() {
      isClosed = true
      for (const {settle} of waiting.splice(0)) settle.reject(closing())
      await Promise.all([...all].map(ended))
    },
  }
}

function ended(child: ChildProcess) {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.ref() // whoever closes waits for its end
  child.kill('SIGKILL')
  return gone
}

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

const tooBusy = (queueLimit: number) =>
  queryEvaluationError(429, `More than ${queueLimit} queries are waiting. Try again in a second.`)

const tooLarge = () =>
  queryEvaluationError(
    400,
    `The query needed more than ${MEMORY_LIMIT_MB} MB. Ask for fewer documents or fields.`,
  )

const closing = () => queryEvaluationError(503, 'The lake is stopping.')
