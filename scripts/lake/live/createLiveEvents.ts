import type {Store} from '../store/createStore.ts'
import {syncTag} from '../syncTag.ts'
import {isPublishedId} from '../transactions/documentIds.ts'

/** What a live client is told: its queries with these tags may have new results. */
export interface LiveEvent {
  type: 'welcome' | 'restart' | 'message'
  id: string
  data: {tags?: string[]}
}

/** Tells live clients which queries to run again. */
export type LiveEvents = ReturnType<typeof createLiveEvents>

interface LiveRequest {
  dataset: string
  includeDrafts: boolean
  lastEventId: string | undefined
}

/** An event id is the log's name and the place in it; an unknown one means `restart`. */
export function createLiveEvents(store: Store) {
  const logId = store.logId()
  const ends = new Set<() => void>()
  const idAt = (seq: number) => `${logId}.${seq}`

  function seqOf(eventId: string) {
    const match = /^(\w+)\.(\d{1,15})$/.exec(eventId)
    return match && match[1] === logId ? Number(match[2]) : null
  }

  return {
    /** Sends what was missed since `lastEventId`, then each change. Returns what ends it; `onEnd` is called when the lake stops. */
    subscribe(
      {dataset, includeDrafts, lastEventId}: LiveRequest,
      send: (event: LiveEvent) => void,
      onEnd: () => void,
    ): () => void {
      const here = store.lastSeq(dataset)
      const seen = lastEventId === undefined ? here : seqOf(lastEventId)
      const data = {tags: [syncTag(dataset)]}
      send({type: 'welcome', id: idAt(here), data: {}})
      if (seen === null || seen > here) send({type: 'restart', id: idAt(here), data: {}})
      else if (seen < here) send({type: 'message', id: idAt(here), data})

      const stop = store.onCommit((committed) => {
        if (committed.dataset !== dataset) return
        const visible = committed.changes.some(
          ({documentId}) => includeDrafts || isPublishedId(documentId),
        )
        if (visible) send({type: 'message', id: idAt(committed.seq), data})
      })
      ends.add(onEnd)
      return () => {
        stop()
        ends.delete(onEnd)
      }
    },

    /** Ends every subscription. */
    close() {
      for (const end of ends) end()
    },
  }
}
