import {Worker} from 'node:worker_threads'

import {ApiError} from '../errors.ts'
import type {Job, WorkerMessage} from './jobs.ts'
import {queryEvaluationError} from './queryErrors.ts'

interface PoolOptions {
  /** The lake's SQLite file, which each worker opens read only. */
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

const MEMORY_LIMIT_MB = 1024

/** Threads that evaluate one job at a time each. A job past its time is ended with its thread, and a new one starts. */
export function createWorkerPool({file, size, timeLimitMs, queueLimit}: PoolOptions) {
  const waiting: Task[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()
  let isClosed = false

  for (let started = 0; started < size; started += 1) start()

  function start() {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: file,
      execArgv: [],
      resourceLimits: {maxOldGenerationSizeMb: MEMORY_LIMIT_MB},
    })
    worker.unref()
    all.add(worker)
    worker.once('exit', () => replace(worker))
    worker.once('message', () => makeIdle(worker))
  }

  function replace(worker: Worker) {
    all.delete(worker)
    if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    if (!isClosed) start()
  }

  function makeIdle(worker: Worker) {
    idle.push(worker)
    next()
  }

  function next() {
    const worker = waiting.length > 0 ? idle.pop() : undefined
    const task = worker && waiting.shift()
    if (task) evaluate(worker, task)
  }

  function evaluate(worker: Worker, {job, settle}: Task) {
    const timer = setTimeout(() => {
      finish()
      settle.reject(tooSlow(timeLimitMs))
      void worker.terminate()
    }, timeLimitMs)
    const finish = () => {
      clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
    }
    function onMessage({json, failure}: WorkerMessage) {
      finish()
      if (json) settle.resolve(json)
      else settle.reject(failureOf(failure))
      makeIdle(worker)
    }
    function onError(error: unknown) {
      settle.reject(isOutOfMemory(error) ? tooLarge(error) : error)
    }
    function onExit() {
      finish()
      settle.reject(new Error('A query thread ended by itself.'))
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job)
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

    /** Ends every thread; jobs that wait or run are rejected. */
    async close() {
      isClosed = true
      for (const {settle} of waiting.splice(0)) settle.reject(closing())
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

function failureOf(failure: WorkerMessage['failure']) {
  if (!failure) return new Error('A query thread sent neither a result nor a reason.')
  return new ApiError(failure.status, failure.message, failure.body)
}

function isOutOfMemory(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

const tooSlow = (timeLimitMs: number) =>
  queryEvaluationError(
    504,
    `The query took longer than ${timeLimitMs} ms and was stopped. Narrow it: by _type, by _id, or with fewer nested *.`,
  )

const tooBusy = (queueLimit: number) =>
  queryEvaluationError(429, `More than ${queueLimit} queries are waiting. Try again in a second.`)

const tooLarge = (cause: unknown) =>
  queryEvaluationError(
    400,
    `The query needed more than ${MEMORY_LIMIT_MB} MB. Ask for fewer documents or fields.`,
    cause,
  )

const closing = () => queryEvaluationError(503, 'The lake is stopping.')
