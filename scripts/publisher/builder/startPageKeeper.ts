import {Worker} from 'node:worker_threads'

import {BuildFailure} from './buildFailure.ts'
import type {MadePage, PageStore} from './keepPage.ts'
import {keepPage} from './keepPage.ts'
import type {Kept} from './keepPagesThread.ts'
import type {Refusal} from './protocol.ts'

/** Takes pages through the gate into the store. */
export interface PageKeeper {
  /** Gives what `keepPage` gives, once the page is kept. Rejects with a `BuildFailure` that says where the fault lies. */
  keep: (made: MadePage) => Promise<string | undefined>
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
  const waiting: PromiseWithResolvers<string | undefined>[] = []
  let gone: Error | undefined
  worker.on('message', (kept: Kept) => {
    const next = waiting.shift()
    if ('hash' in kept) next?.resolve(kept.hash)
    else next?.reject(failureOf(kept.refusal))
  })
  worker.once('error', end)
  worker.once('exit', (code) => end(new Error(`The thread that keeps pages ended with ${code}.`)))

  function end(why: Error) {
    gone ??= why
    for (const {reject} of waiting.splice(0)) reject(gone)
  }

  return {
    keep(made) {
      const answer = Promise.withResolvers<string | undefined>()
      if (gone) answer.reject(gone)
      else waiting.push(answer)
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
