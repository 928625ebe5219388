/** One server-sent event. `data` becomes JSON. */
export interface ServerSentEvent {
  type: string
  id?: string
  data: unknown
}

/** A heartbeat keeps proxies and clients from taking a quiet stream for a dead one. */
const HEARTBEAT_MS = 20_000

/** A reader that is this far behind is cut off; it comes back and catches up. */
const MAX_WAITING_BYTES = 16_000_000

/** A stream of server-sent events, for as long as the reader wants it. */
export function createEventStream(signal: AbortSignal) {
  const encoder = new TextEncoder()
  const closing = new AbortController()
  const {readable, writer} = countedStream(() => close())

  function close() {
    if (closing.signal.aborted) return
    closing.abort()
    clearInterval(heartbeat)
    writer.close()
  }

  function write(text: string) {
    if (closing.signal.aborted) return
    if (writer.waitingBytes() > MAX_WAITING_BYTES) close()
    else writer.write(encoder.encode(text))
  }

  const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT_MS)
  signal.addEventListener('abort', close)
  write(':\n\n')

  return {
    response: new Response(readable, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    }),
    send({type, id, data}: ServerSentEvent) {
      const idLine = id === undefined ? '' : `id: ${id}\n`
      write(`${idLine}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close,
    /** Calls `listener` once the stream has ended, whoever ended it. */
    onClose(listener: () => void) {
      if (closing.signal.aborted) listener()
      else closing.signal.addEventListener('abort', listener)
    },
  }
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
