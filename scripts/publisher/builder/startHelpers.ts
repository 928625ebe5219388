import {fork} from 'node:child_process'
import {availableParallelism} from 'node:os'
import {fileURLToPath} from 'node:url'

import type {AffectedPage} from './affectedPages.ts'
import {BuildFailure} from './buildFailure.ts'
import type {Refusal} from './protocol.ts'
import type {RenderedFile} from './renderFile.ts'

/** What a helper needs to render by itself. */
export interface HelperSettings {
  bundle: string
  snapshotFile: string
  cacheDirectory: string
  releases: string
  now: string
  staticFiles: ReadonlySet<string>
}

/** What a helper tells: the pages it has rendered, none at first; or why it could not. */
export type HelperMessage = {files: RenderedFile[]} | {refusal: Refusal}

interface HelperOptions {
  settings: HelperSettings
  /** The pages to render next; none when all are given away. */
  nextBatch: (size: number) => readonly AffectedPage[]
  onFiles: (files: readonly RenderedFile[]) => void
}

const PROGRAM = fileURLToPath(import.meta.resolve('./renderHelper.ts'))
const BATCH = 32

/**
 * Starts a helper for each processor but one; each takes batches of pages from when it is ready. Processes, not threads:
 * two threads at work on one memory hold each other up so much that the second is hardly worth it.
 */
export function startHelpers({settings, nextBatch, onFiles}: HelperOptions) {
  const helpers = Array.from({length: availableParallelism() - 1}, startHelper)

  function startHelper() {
    const child = fork(PROGRAM, {serialization: 'advanced'})
    const {promise, resolve, reject} = Promise.withResolvers<void>()
    const helper = {child, done: promise, isBusy: false, dismiss: resolve}
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`A helper ended by itself with ${code}.`)))
    child.on('message', (message: HelperMessage) => {
      if ('refusal' in message) return reject(failureOf(message.refusal))
      onFiles(message.files)
      const batch = nextBatch(BATCH)
      helper.isBusy = batch.length > 0
      if (helper.isBusy) child.send(batch.map(({page}) => page))
      else resolve()
    })
    child.send(settings)
    return helper
  }

  return {
    /** Resolves when no helper works any more; rejects with the first fault. */
    done: Promise.all(helpers.map(({done}) => done)),
    /** Nothing is left to give away: who is not at work, or not ready yet, need not come. */
    dismiss() {
      for (const {isBusy, dismiss} of helpers) if (!isBusy) dismiss()
    },
    /** Ends them, whatever they are at. */
    stop() {
      for (const {child, done} of helpers) {
        done.catch(() => undefined)
        child.kill('SIGKILL')
      }
    },
  }
}

const failureOf = ({message, ...place}: Refusal) => new BuildFailure(message, place)
