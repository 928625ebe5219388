import {ApiError} from '../errors.ts'
import {createEvaluatorPool, type PoolOptions} from './createEvaluatorPool.ts'
import {createFairQueue} from './createFairQueue.ts'
import type {Job} from './jobs.ts'
import {queryEvaluationError} from './queryErrors.ts'
import type {Evaluator} from './startEvaluator.ts'

interface EvaluatorsOptions extends PoolOptions {
  /** How many of them jobs that are not quick never occupy. */
  reserved: number
  timeLimitMs: number
  /** A job that was taken for quick and takes longer waits again, with those that are not. */
  quickLimitMs: number
  /** How many jobs of one client may wait. One more is refused with 429. */
  queueLimit: number
}

/** Whose job it is, and whether it is known to take little time. */
export interface Turn {
  client: string
  isQuick: boolean
  signal?: AbortSignal | undefined
  /** Less than what any job may take. */
  timeLimitMs?: number | undefined
}

type Outcome = Awaited<ReturnType<Evaluator['evaluate']>>

interface Task extends Turn {
  job: Job
  settle: PromiseWithResolvers<Outcome>
}

const FORGIVE_MS = 60_000
const MOST_MISTAKES = 3

/** Clients that each have as much waiting as one may. */
const MOST_CLIENTS = 5

/**
 * Processes that evaluate one job at a time each, so that no job can cost more than itself. Clients are served in turn, quick
 * jobs before others, and one client's slow jobs leave a process to those of others. Threads would not do: one that takes
 * too much memory ends the whole program.
 */
export function createEvaluators(options: EvaluatorsOptions) {
  const {size, reserved, quickLimitMs, queueLimit} = options
  const bounds = {mostOfOne: queueLimit, most: queueLimit * MOST_CLIENTS}
  const quick = createFairQueue<Task>(bounds)
  const slow = createFairQueue<Task>(bounds)
  const pool = createEvaluatorPool(options, next)
  /** The slow jobs that run, by client. */
  const running = new Map<string, number>()
  /** How many jobs of a client were taken for quick lately, and were not. */
  const mistakes = new Map<string, number>()
  const forgive = setInterval(() => mistakes.clear(), FORGIVE_MS).unref()
  let runningQuick = 0
  let isClosed = false

  function next() {
    while (pool.hasFree()) {
      const task = isCrowded() ? (takeSlow() ?? quick.take()) : (quick.take() ?? takeSlow())
      const evaluator = task && pool.take()
      if (!evaluator) break
      evaluate(evaluator, task).catch(task.settle.reject)
    }
    if (quick.has() || slow.has(isWithinShare)) pool.need()
  }

  /** Whether quick jobs have all processes but one, and others wait for that. */
  const isCrowded = () => runningQuick >= pool.readyCount() - 1 && slow.has(isWithinShare)

  function takeSlow() {
    const room = pool.readyCount() - reserved - sumOf(running.values())
    const task = room > 0 ? slow.take(isWithinShare) : undefined
    if (task && room === 1) pool.keep()
    return task
  }

  /** One client has one process fewer than there may be for slow jobs. */
  const isWithinShare = (client: string) =>
    (running.get(client) ?? 0) < Math.max(1, size.most - reserved - 1)

  async function evaluate(evaluator: Evaluator, task: Task) {
    const {client, isQuick, job, settle, timeLimitMs = options.timeLimitMs} = task
    const limitMs = isQuick ? Math.min(quickLimitMs, timeLimitMs) : timeLimitMs
    if (isQuick) runningQuick += 1
    else count(client, 1)
    try {
      settle.resolve(await evaluator.evaluate(job, limitMs))
    } catch (error) {
      if (limitMs < timeLimitMs && isTooSlow(error)) {
        mistakes.set(client, (mistakes.get(client) ?? 0) + 1)
        wait({...task, isQuick: false})
      } else settle.reject(error)
    }
    if (isQuick) runningQuick -= 1
    else count(client, -1)
    pool.release(evaluator)
  }

  function count(client: string, change: number) {
    const now = (running.get(client) ?? 0) + change
    if (now === 0) running.delete(client)
    else running.set(client, now)
  }

  function wait(task: Task) {
    const {client, isQuick, signal, settle} = task
    if (isClosed) return settle.reject(closing())
    if (signal?.aborted) return settle.reject(signal.reason)
    const queue = isQuick ? quick : slow
    queue.add(client, task)?.settle.reject(tooBusy(queueLimit))
    signal?.addEventListener('abort', () => {
      queue.remove(client, task)
      settle.reject(signal.reason)
    })
    next()
  }

  return {
    /** Evaluates a job into UTF-8 JSON. Rejects with 400, 429 when too many wait, or 504 past the time limit. */
    run(job: Job, turn: Turn): Promise<Outcome> {
      const settle = Promise.withResolvers<Outcome>()
      const isBelieved = (mistakes.get(turn.client) ?? 0) < MOST_MISTAKES
      wait({...turn, job, settle, isQuick: turn.isQuick && isBelieved})
      return settle.promise
    },

    /** Ends every process; jobs that wait or run are rejected. */
    async close() {
      isClosed = true
      clearInterval(forgive)
      for (let task = quick.take() ?? slow.take(); task; task = quick.take() ?? slow.take())
        task.settle.reject(closing())
      await pool.close()
    },
  }
}

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0)

const isTooSlow = (error: unknown) => error instanceof ApiError && error.status === 504

const tooBusy = (queueLimit: number) =>
  queryEvaluationError(
    429,
    `Too many queries are waiting; one client may have ${queueLimit}. Try again in a second.`,
  )

const closing = () => queryEvaluationError(503, 'The lake is stopping.')
