import {parentPort, workerData} from 'node:worker_threads'

import {BuildFailure, refusalOf} from './buildFailure.ts'
import type {MadePage, PageStore} from './keepPage.ts'
import {keepPage} from './keepPage.ts'
import type {Refusal} from './protocol.ts'

/** What became of a page, in the order in which pages came. */
export type Kept = {hash: string | undefined} | {refusal: Refusal}

/** A thread that checks pages and keeps their bytes while the next ones are rendered; it ends when the machine fails. */
const store: PageStore = workerData

parentPort?.on('message', (made: MadePage) => parentPort?.postMessage(kept(made), []))

function kept(made: MadePage): Kept {
  try {
    return {hash: keepPage(store, made)}
  } catch (error) {
    if (error instanceof BuildFailure) return {refusal: refusalOf(error, 'render')}
    throw error
  }
}
