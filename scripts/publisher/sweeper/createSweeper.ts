import {Worker} from 'node:worker_threads'

import type {Log} from '../../log.ts'

interface SweeperOptions {
  /** The folder of releases. */
  root: string
  /** How long it must have been quiet. */
  afterMs: number
  /** Whether nobody writes releases now. */
  isQuiet: () => boolean
  log: Log
}

/** Removes old releases some time after the last go-live, when nobody writes; whoever wants to write interrupts it. */
export function createSweeper({root, afterMs, isQuiet, log}: SweeperOptions) {
  let timer: NodeJS.Timeout | undefined
  let worker: Worker | undefined
  let running: Promise<void> | undefined

  function request() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (running || !isQuiet()) request()
      else running = sweep()
    }, afterMs)
  }

  async function sweep() {
    try {
      await runWorker()
    } catch (error) {
      log.warn({err: error}, 'old releases could not be removed')
    }
    running = undefined
  }

  function runWorker() {
    return new Promise<void>((resolve, reject) => {
      worker = new Worker(new URL('./sweepWorker.ts', import.meta.url), {workerData: root})
      worker.once('error', reject)
      worker.once('exit', () => resolve())
    })
  }

  async function end() {
    await worker?.terminate()
    await running
  }

  return {
    /** Asks for it; whoever asks later puts it off. */
    request,
    /** Whether releases are being removed now. */
    isRunning: () => running !== undefined,
    /** When nothing is being removed. */
    async idle() {
      await running
    },
    /** Ends it where it is, within milliseconds: what it has begun is finished later. */
    async interrupt() {
      if (!running) return
      await end()
      request()
    },
    /** Ends it where it is: the next start finishes it. */
    async close() {
      clearTimeout(timer)
      await end()
    },
  }
}

export type Sweeper = ReturnType<typeof createSweeper>
