import {fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

import type {SitePage} from '@coworkmed/site/renderer'

import {BuildFailure} from './buildFailure.ts'
import type {Refusal} from './protocol.ts'
import type {FailedPage, RenderedFile} from './renderPages.ts'

/** What a helper needs to open the pages and the snapshot by itself. */
export interface HelperRenderer {
  bundle: string
  snapshotFile: string
  cacheDirectory: string
  make: string
  /** The moment the pages are made for, ISO 8601. */
  now: string
}

/** What a helper is asked for. */
export interface HelperJob {
  renderer: HelperRenderer
  releases: string
  staticFiles: ReadonlySet<string>
  pages: readonly SitePage[]
}

/** What a helper tells: how far it is, then what it made; reads are in writing. */
export type HelperAnswer =
  | {type: 'progress'; done: number}
  | {
      type: 'rendered'
      rendered: RenderedFile[]
      failed: {page: SitePage; reads: string; refusal: Refusal}[]
    }

const PROGRAM = fileURLToPath(import.meta.resolve('./renderHelper.ts'))

/**
 * Renders pages in a process of its own. Gives `undefined` when that ends before it has: then they are to be rendered here.
 * A process, not a thread: two threads at work on one memory hold each other up.
 */
export function startRenderHelper(job: HelperJob, onProgress: (done: number) => void) {
  const child = fork(PROGRAM, {serialization: 'advanced'})
  const done = new Promise<{rendered: RenderedFile[]; failed: FailedPage[]} | undefined>(
    (resolve) => {
      child.on('message', (answer: HelperAnswer) => {
        if (answer.type === 'progress') onProgress(answer.done)
        else resolve({rendered: answer.rendered, failed: answer.failed.map(failedPage)})
      })
      child.once('error', () => resolve(undefined))
      child.once('exit', () => resolve(undefined))
    },
  )
  child.send(job)
  return {
    done,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

const failedPage = ({page, reads, refusal}: {page: SitePage; reads: string; refusal: Refusal}) => {
  const {message, ...place} = refusal
  return {path: page.file, page, reads, checkedIn: 0, why: new BuildFailure(message, place)}
}
