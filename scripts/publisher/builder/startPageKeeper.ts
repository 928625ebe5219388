import {Worker} from 'node:worker_threads'

import {BuildFailure} from './buildFailure.ts'
import type {MadePage, PageStore} from './keepPage.ts'
import {keepPage} from './keepPage.ts'
import type {Kept} from './keepPagesThread.ts'
import type {Refusal} from './protocol.ts'

/** Takes pages through the gate into the store. */
export interface PageKeeper {
  /** Gives the hash of a page's bytes, once they are kept. Rejects with a `BuildFailure` that says where the fault lies. */
  keep: (made: MadePage) => Promise<string>
  /** How many may wait for it at most: memory stays flat. */
  ahead: number
  close: () => Promise<void>
}

/** Keeps pages itself: for a few of them. */
export const keeperHere = (store: PageStore): PageKeeper => ({
  keep: async (made) => keepPage(store, made),
  ahead: 0,
  close: async () => undefined,
})

/** What a page leaves behind is garbage at once. */
const LIMITS = {maxYoungGenerationSizeMb: 16}

/**
 * Keeps pages in a thread, so that checking and writing them takes none of the time of rendering. Pages are rendered by
 * one process all the same: a second one that knows the whole site would take as much memory again.
 */
export function startPageKeeper(store: PageStore): PageKeeper {
  const worker = new Worker(new URL('./keepPagesThread.ts', import.meta.url), {
    workerData: store,
    resourceLimits: LIMITS,
  })
  const waiting: PromiseWithResolvers<string>[] = []
  worker.on('message', (kept: Kept) => {
    const next = waiting.shift()
    if ('hash' in kept) next?.resolve(kept.hash)
    else next?.reject(failureOf(kept.refusal))
  })
  worker.on('error', (error) => {
    for (const {reject} of waiting.splice(0)) reject(error)
  })
  return {
    keep(made) {
      const answer = Promise.withResolvers<string>()
      waiting.push(answer)
      worker.postMessage(made, [])
      return answer.promise
    },
    ahead: 50,
    async close() {
      await worker.terminate()
    },
  }
}

const failureOf = ({message, ...place}: Refusal) => new BuildFailure(message, place)
