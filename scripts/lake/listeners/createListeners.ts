import {breathe} from '../breathe.ts'
import {ApiError, unavailable} from '../errors.ts'
import type {Groq} from '../groq/createGroq.ts'
import type {Log} from '../../log.ts'
import type {Store} from '../store/createStore.ts'
import {
  formatEventPosition,
  parseEventPosition,
  WHOLE_TRANSACTION,
  type EventPosition,
} from './eventPosition.ts'
import {createSieve} from './createSieve.ts'
import {createMatcher} from './createMatcher.ts'
import {encodeEvents, shapeOf, type EncodedEvent} from './encodeEvents.ts'
import type {Listener, ListenerEvent, ListenRequest} from './listener.ts'
import {onceEach} from './onceEach.ts'

/** Tells listeners of every commit. */
export type Listeners = ReturnType<typeof createListeners>

const MAX_LISTENERS = 500

/** A listener for whom more transactions wait has to come back, and is told them from the log. */
const MOST_WAITING = 1000

/** A listener that missed more changes than this, or more bytes of documents, starts anew instead of being told them all. */
const MOST_MISSED = {changes: 5000, bytes: 50_000_000}

/**
 * Each listener hears every change that its query selects, in commit order, once, from the moment
 * `subscribe` returns; one that comes back with `lastEventId` first hears what it missed, from the log.
 */
export function createListeners(store: Store, groq: Pick<Groq, 'matches'>, log: Log) {
  const listeners = new Set<Listener>()
  const logId = store.logId()
  const matcher = createMatcher(groq)

  const stop = store.onCommit((committed) => {
    const changes = committed.changes.map((change, position) => ({
      ...committed,
      ...change,
      position,
    }))
    const matchOnce = onceEach((listener: Listener) => matcher.match(listener, changes))
    const encodeOnce = onceEach(async (listener: Listener) =>
      encodeEvents(
        await matchOnce(listener.matchKey, listener),
        committed.mutations,
        listener.request,
      ),
    )
    for (const listener of listeners) {
      if (listener.request.dataset !== committed.dataset) continue
      if (!changes.some(listener.sieve.maySelect)) continue
      const events = encodeOnce(`${listener.matchKey} ${shapeOf(listener.request)}`, listener)
      enqueue(listener, async () => tell(listener, await events))
    }
  })

  function enqueue(listener: Listener, task: () => Promise<void>) {
    listener.waiting += 1
    if (listener.waiting > MOST_WAITING) return fail(listener, new Error('Too much waits for it.'))
    listener.tail = listener.tail.then(async () => {
      if (listener.open) await task()
      listener.waiting -= 1
    })
    listener.tail = listener.tail.catch((error: unknown) => fail(listener, error))
  }

  async function tell(
    listener: Listener,
    events: readonly EncodedEvent[],
    after: EventPosition = {seq: 0, position: 0},
  ) {
    for (const {change, json} of events) {
      if (change.seq === after.seq && change.position <= after.position) continue
      await breathe()
      if (!listener.open) return
      listener.send({type: 'mutation', id: formatEventPosition(logId, change), json})
    }
  }

  async function start(listener: Listener, seq: number) {
    const {request, send, sieve} = listener
    await matcher.check(listener)
    const here = formatEventPosition(logId, {seq, position: WHOLE_TRANSACTION})
    const listenerName = `listener-${crypto.randomUUID()}`
    const from = request.enableResume ? request.lastEventId : undefined
    const resumed = from === undefined ? null : parseEventPosition(logId, from)
    if (!resumed || !canReplay(request.dataset, resumed, seq)) {
      if (from !== undefined) send({type: 'reset', id: here, json: jsonBytes({})})
      send({type: 'welcome', id: here, json: jsonBytes({listenerName})})
      return
    }
    send({
      type: 'welcomeback',
      id: formatEventPosition(logId, resumed),
      json: jsonBytes({listenerName}),
    })
    for (
      let missed = store.seqAfter(request.dataset, resumed.seq - 1);
      missed !== null && missed <= seq && listener.open;
      missed = store.seqAfter(request.dataset, missed)
    ) {
      await breathe()
      if (resumed.seq < store.wholeSince()) throw new Error('The log was thinned meanwhile.')
      if (!store.idsChangedBy(missed).some(sieve.mayBe)) continue
      const changes = store.changesOf(missed).filter(sieve.maySelect)
      const matched = await matcher.match(listener, changes)
      await tell(listener, await encodeEvents(matched, store.mutationsOf(missed), request), resumed)
    }
  }

  /** Whether a listener can be told all since a place in the log: that is counted before any of it is read. */
  function canReplay(dataset: string, from: EventPosition, seq: number) {
    if (from.seq > seq || from.seq < store.wholeSince()) return false
    const missed = store.sizeOfChanges(dataset, from.seq, seq)
    return missed.changes <= MOST_MISSED.changes && missed.bytes <= MOST_MISSED.bytes
  }

  /** A query that makes no sense, or takes too long, stays that way; anything else must not leave a gap that the client does not see. */
  function fail(listener: Listener, error: unknown) {
    if (!listener.open) return
    listener.open = false
    listeners.delete(listener)
    if (error instanceof ApiError && (error.status < 500 || error.status === 504)) {
      listener.send({type: 'channelError', id: '', json: jsonBytes(error.body)})
    } else {
      log.error({err: error}, 'a listener could not be told of a change, and has to come back')
      listener.onLost()
    }
  }

  return {
    /**
     * Starts listening at once; `send` gets the welcome first. `onLost` is called when the
     * lake stops, or cannot work out what to tell: the client should come back.
     * Throws 503 past the limit. Returns what ends it.
     */
    subscribe(
      request: ListenRequest,
      send: (event: ListenerEvent) => void,
      onLost: () => void = () => {},
    ): () => void {
      if (listeners.size >= MAX_LISTENERS) {
        throw unavailable(`${MAX_LISTENERS} listeners are open already. Close one and try again.`)
      }
      const listener: Listener = {
        request,
        send,
        onLost,
        sieve: createSieve(request),
        matchKey: matchKeyOf(request),
        tail: Promise.resolve(),
        waiting: 0,
        open: true,
      }
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
        listener.onLost()
      }
      listeners.clear()
    },
  }
}

const jsonBytes = (data: unknown) => Buffer.from(JSON.stringify(data))

const matchKeyOf = ({query, params, identity, includeAllVersions}: ListenRequest) =>
  JSON.stringify([query, params, identity, includeAllVersions])
