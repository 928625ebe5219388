import {availableParallelism} from 'node:os'
import {Worker} from 'node:worker_threads'

import type {SitePage} from '@coworkmed/site/renderer'

import {BuildFailure} from './buildFailure.ts'
import type {Refusal} from './protocol.ts'
import type {RenderedFile} from './renderFile.ts'

/** What a thread needs to render by itself. */
export interface WorkerSettings {
  bundle: string
  snapshotFile: string
  cacheDirectory: string
  releases: string
  now: string
  staticFiles: ReadonlySet<string>
}

type WorkerMessage = {files: RenderedFile[]} | {refusal: Refusal}

const BATCH = 64

/** Renders many pages, a thread for each processor. Rejects with the first fault; all threads are gone when it settles. */
export async function renderInThreads(
  pages: readonly SitePage[],
  settings: WorkerSettings,
  onFiles: (files: readonly RenderedFile[]) => void,
): Promise<void> {
  let next = 0
  const threads = Array.from({length: availableParallelism()}, () => startThread())
  try {
    await Promise.all(threads.map(({done}) => done))
  } finally {
    await Promise.all(threads.map(({worker}) => worker.terminate()))
  }

  function startThread() {
    const worker = new Worker(new URL('./renderWorker.ts', import.meta.url), {workerData: settings})
    const done = new Promise<void>((resolve, reject) => {
      worker.once('error', reject)
      worker.on('message', (message: WorkerMessage) => {
        if ('refusal' in message) return reject(failureOf(message.refusal))
        onFiles(message.files)
        const batch = pages.slice(next, next + BATCH)
        next += batch.length
        if (batch.length === 0) resolve()
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        else worker.postMessage(batch)
      })
    })
    return {worker, done}
  }
}

const failureOf = ({message, ...place}: Refusal) => new BuildFailure(message, place)
