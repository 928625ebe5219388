import type {LakeRequest} from '../lakeRequest.ts'
import {inFewParts} from './inFewParts.ts'

/** One server-sent event; `json` has no line breaks, and is not copied when it is large. */
interface ServerSentEvent {
  type: string
  id?: string
  json: Uint8Array
}

/** A heartbeat keeps proxies and clients from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 20_000
const HEARTBEAT = Buffer.from(':\n\n')
const END = Buffer.from('\n\n')

/** A reader that is this far behind is cut off; it comes back and catches up. */
const MAX_WAITING_BYTES = 16_000_000

/** A stream as its source sees it. */
export interface EventStream {
  send: (event: ServerSentEvent) => void
  close: () => void
}

/**
 * A response of server-sent events. `subscribe` starts their source and returns what ends it, which is called once
 * the reader has gone, is too far behind, or the source has closed the stream.
 */
export function eventStreamResponse(
  {signal, cutOff}: Pick<LakeRequest, 'signal' | 'cutOff'>,
  subscribe: (stream: EventStream) => () => void,
): Response {
  const closing = new AbortController()
  const {readable, writer} = countedStream(() => closing.abort())

  function write(...parts: Uint8Array[]) {
    if (closing.signal.aborted) return
    if (writer.waitingBytes() > MAX_WAITING_BYTES) cutOff()
    else for (const part of inFewParts(parts)) writer.write(part)
  }

  function send({type, id, json}: ServerSentEvent) {
    const idLine = id === undefined ? '' : `id: ${id}\n`
    write(Buffer.from(`${idLine}event: ${type}\ndata: `), json, END)
  }

  const unsubscribe = subscribe({send, close: () => closing.abort()})
  const heartbeat = setInterval(() => write(HEARTBEAT), HEARTBEAT_MS)
  onAbort(signal, () => closing.abort())
  onAbort(closing.signal, () => {
    clearInterval(heartbeat)
    unsubscribe()
    writer.close()
  })
  return new Response(readable, {headers: HEADERS})
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}

function onAbort(signal: AbortSignal, listener: () => void) {
  if (signal.aborted) listener()
  else signal.addEventListener('abort', listener, {once: true})
}

/** A byte stream that tells how many bytes nobody has read yet. */
function countedStream(onCancel: () => void) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const readable = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given
      },
      cancel: onCancel,
    },
    new ByteLengthQueuingStrategy({highWaterMark: 0}),
  )
  const writer = {
    write: (bytes: Uint8Array) => controller?.enqueue(bytes),
    waitingBytes: () => -(controller?.desiredSize ?? 0),
    close() {
      try {
        controller?.close()
      } catch {
        // The reader has cancelled the stream already.
      }
    },
  }
  return {readable, writer}
}
