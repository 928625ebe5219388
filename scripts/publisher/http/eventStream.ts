import type {Progress} from '../progress.ts'

/** A reader that is this far behind is cut off; it comes back and asks what it missed. */
const MAX_WAITING = 1000

/** The streams of `GET /events`: every step and outcome as it happens, and a heartbeat, so that a quiet line is no dead one. */
export function createEventStreams(progress: Progress, heartbeatMs: number) {
  const closes = new Set<() => void>()
  return {
    /** A response that goes on until its reader leaves, or all streams are closed. */
    open(signal: AbortSignal): Response {
      const stop = new AbortController()
      const close = () => stop.abort()
      closes.add(close)
      stop.signal.addEventListener('abort', () => closes.delete(close))
      signal.addEventListener('abort', close)
      return new Response(stream({progress, heartbeatMs, stop}), {headers: HEADERS})
    },
    closeAll() {
      for (const close of closes) close()
    },
  }
}

export type EventStreams = ReturnType<typeof createEventStreams>

interface StreamOptions {
  progress: Progress
  heartbeatMs: number
  stop: AbortController
}

function stream({progress, heartbeatMs, stop}: StreamOptions) {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) stop.abort()
          else controller.enqueue(encoder.encode(text))
        }
        const unlisten = progress.listen(({type, data}) =>
          write(`event: ${type}\ndata: ${JSON.stringify(data)}\n\n`),
        )
        const heartbeat = setInterval(() => write(':\n\n'), heartbeatMs)
        stop.signal.addEventListener('abort', () => {
          clearInterval(heartbeat)
          unlisten()
          closeQuietly(controller)
        })
        write('retry: 2000\n\n')
      },
      cancel: () => stop.abort(),
    },
    new CountQueuingStrategy({highWaterMark: MAX_WAITING}),
  )
}

function closeQuietly(controller: ReadableStreamDefaultController) {
  try {
    controller.close()
  } catch {
    // The reader has left already.
  }
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
}
