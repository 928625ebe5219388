import type {Log} from '../log.ts'

import {ApiError, unavailable} from '../errors.ts'
import type {Groq} from '../groq/createGroq.ts'
import type {Store} from '../store/createStore.ts'
import {isPublishedId} from '../transactions/documentIds.ts'
import type {Mutation} from '../transactions/mutation.ts'
import {
  formatEventPosition,
  parseEventPosition,
  WHOLE_TRANSACTION,
  type EventPosition,
} from './eventPosition.ts'
import type {ListenOptions} from './listenOptions.ts'
import {mutationEvents, type ListenedChange, type Matched} from './mutationEvents.ts'

/** A subscription to the changes of one dataset. */
export interface ListenRequest extends ListenOptions {
  dataset: string
  identity: string
  /** Where an earlier connection stopped hearing. */
  lastEventId?: string | undefined
}

/** What a listener is sent. After `channelError` and `disconnect` nothing follows. */
export interface ListenerEvent {
  type: 'welcome' | 'welcomeback' | 'reset' | 'mutation' | 'channelError' | 'disconnect'
  id: string
  data: unknown
}

/** Tells listeners of every commit. */
export type Listeners = ReturnType<typeof createListeners>

interface Listener {
  request: ListenRequest
  send: (event: ListenerEvent) => void
  onEnd: () => void
  /** Everything this listener is still to be told, in order. */
  tail: Promise<void>
  open: boolean
}

const MAX_LISTENERS = 500

/** A listener that missed more changes than this starts anew instead of being told them all. */
const MAX_REPLAY = 5000

/**
 * Each listener hears every change that its query selects, in commit order, once, from the moment
 * `subscribe` returns; one that comes back with `lastEventId` first hears what it missed, from the log.
 */
export function createListeners(store: Store, groq: Pick<Groq, 'matches'>, log: Log) {
  const listeners = new Set<Listener>()
  const logId = store.logId()

  const stop = store.onCommit((committed) => {
    const changes = committed.changes.map((change, position) => ({
      ...committed,
      ...change,
      position,
    }))
    const matchedOnce = new Map<string, Promise<Matched[]>>()
    for (const listener of listeners) {
      if (listener.request.dataset !== committed.dataset) continue
      const key = matchKey(listener.request)
      const matched = matchedOnce.get(key) ?? match(groq, changes, listener.request)
      matchedOnce.set(key, matched)
      // A listener may be gone before it awaits this; a failure then is nobody's.
      matched.catch(() => undefined)
      enqueue(listener, async () => tell(listener, await matched, committed.mutations))
    }
  })

  function enqueue(listener: Listener, task: () => Promise<void>) {
    listener.tail = listener.tail.then(async () => {
      if (listener.open) await task()
    })
    listener.tail = listener.tail.catch((error: unknown) => fail(listener, error))
  }

  function tell(
    {request, send}: Listener,
    matched: readonly Matched[],
    mutations: readonly Mutation[],
    after: EventPosition = {seq: 0, position: 0},
  ) {
    for (const {change, event} of mutationEvents(matched, mutations, request)) {
      if (change.seq === after.seq && change.position <= after.position) continue
      send({type: 'mutation', id: formatEventPosition(logId, change), data: event})
    }
  }

  async function start(listener: Listener, seq: number) {
    const {request, send} = listener
    const {query, params, identity} = request
    await groq.matches({query, params, identity, before: null, after: null})
    const here = formatEventPosition(logId, {seq, position: WHOLE_TRANSACTION})
    const listenerName = `listener-${crypto.randomUUID()}`
    const from = request.enableResume ? request.lastEventId : undefined
    const resumed = from === undefined ? null : parseEventPosition(logId, from)
    const missed = resumed && changesBetween(request.dataset, resumed, seq)
    if (!missed || !resumed) {
      if (from !== undefined) send({type: 'reset', id: here, data: {}})
      send({type: 'welcome', id: here, data: {listenerName}})
      return
    }
    send({type: 'welcomeback', id: formatEventPosition(logId, resumed), data: {listenerName}})
    for (const changes of Map.groupBy(missed, ({seq: group}) => group).values()) {
      const matched = await match(groq, changes, request)
      const [first] = changes
      if (first) tell(listener, matched, store.mutationsOf(first.seq), resumed)
    }
  }

  /** The changes of whole transactions from the one of `from`, or null when they cannot be replayed. */
  function changesBetween(dataset: string, from: EventPosition, seq: number) {
    if (from.seq > seq) return null
    const changes = store.changesAfter(dataset, from.seq - 1, MAX_REPLAY + 1)
    return changes.length > MAX_REPLAY ? null : changes.filter((change) => change.seq <= seq)
  }

  function fail(listener: Listener, error: unknown) {
    if (!listener.open) return
    if (!(error instanceof ApiError)) log.error({err: error}, 'a listener failed')
    const data = error instanceof ApiError ? error.body : {message: 'The lake failed to listen.'}
    listener.send({type: 'channelError', id: '', data})
    listener.open = false
    listeners.delete(listener)
  }

  return {
    /**
     * Starts listening at once; `send` gets the welcome first. `onEnd` is called when the lake stops.
     * Throws 503 past the limit. Returns what ends it.
     */
    subscribe(
      request: ListenRequest,
      send: (event: ListenerEvent) => void,
      onEnd: () => void = () => {},
    ): () => void {
      if (listeners.size >= MAX_LISTENERS) {
        throw unavailable(`${MAX_LISTENERS} listeners are open already. Close one and try again.`)
      }
      const listener: Listener = {request, send, onEnd, tail: Promise.resolve(), open: true}
      const seq = store.lastSeq(request.dataset)
      listeners.add(listener)
      enqueue(listener, () => start(listener, seq))
      return () => {
        listener.open = false
        listeners.delete(listener)
      }
    },

    /** Stops telling anybody anything. */
    close() {
      stop()
      for (const listener of listeners) {
        listener.open = false
        listener.onEnd()
      }
      listeners.clear()
    },
  }
}

const matchKey = ({query, params, identity, includeAllVersions}: ListenRequest) =>
  JSON.stringify([query, params, identity, includeAllVersions])

async function match(
  groq: Pick<Groq, 'matches'>,
  changes: readonly ListenedChange[],
  {query, params, identity, includeAllVersions}: ListenRequest,
): Promise<Matched[]> {
  const visible = changes.filter(({documentId}) => includeAllVersions || isPublishedId(documentId))
  const matched = await Promise.all(
    visible.map(async (change) => {
      const {before, after} = change
      return {change, ...(await groq.matches({query, params, identity, before, after}))}
    }),
  )
  return matched.filter(({before, after}) => before || after)
}
