import {setTimeout as sleep} from 'node:timers/promises'

import type {SanityClient} from '@sanity/client'

/** What a document is told to say. */
export interface Written {
  document: string
  fields: (counter: number) => Record<string, unknown>
}

/** Officers who each raise the counter of one document after the other, and know what was acknowledged to them. */
export function startWriters(client: SanityClient, written: readonly Written[], pauseMs = 60) {
  const acknowledged = new Map<string, number>()
  const counters = new Map<string, number>()
  let isWriting = true
  const stopping = new AbortController()
  const runs = written.map((each) => write(each))

  async function write({document, fields}: Written) {
    while (!stopping.signal.aborted) {
      await sleep(pauseMs * (0.5 + Math.random()))
      if (!isWriting) continue
      const counter = (counters.get(document) ?? 0) + 1
      counters.set(document, counter)
      try {
        await client.patch(document).set(fields(counter)).commit({visibility: 'async'})
        acknowledged.set(document, counter)
      } catch {
        // it was killed: whether the lake took it, nobody knows
      }
    }
  }

  return {
    acknowledged,
    writes: () => [...acknowledged.values()].reduce((sum, count) => sum + count, 0),
    pause() {
      isWriting = false
    },
    goOn() {
      isWriting = true
    },
    async stop() {
      stopping.abort()
      await Promise.all(runs)
    },
  }
}
