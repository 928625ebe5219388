import {parentPort, workerData} from 'node:worker_threads'

import type {SitePage} from '@coworkmed/site/renderer'
import {openRenderer} from '@coworkmed/site/renderer'

import {refusalOf} from './buildFailure.ts'
import type {WorkerSettings} from './renderInThreads.ts'
import {createFileRenderer, inWriting} from './renderFile.ts'

/** Renders the pages it is sent, a batch at a time, with pages and snapshot of its own. */
const settings: WorkerSettings = workerData
const renderer = await openRenderer({...settings, readOnly: true})
const render = createFileRenderer({...settings, renderer})

parentPort?.on('message', async (pages: readonly SitePage[]) => {
  try {
    const files = []
    for (const page of pages) files.push(inWriting(renderer, await render(page)))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage({files})
  } catch (error) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage({refusal: refusalOf(error, 'render')})
  }
})
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage({files: []})
