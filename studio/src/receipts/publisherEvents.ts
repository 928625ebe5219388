import {
  EMPTY,
  Observable,
  defer,
  distinctUntilChanged,
  fromEvent,
  map,
  repeat,
  share,
  startWith,
  switchMap,
  timer,
} from 'rxjs'

/** `open` and `error` are of the connection; the others the publisher tells. */
export interface PublisherEvent {
  type: 'open' | 'error' | 'step' | 'live' | 'waiting' | 'refused'
  /** As it came: JSON, or nothing. */
  data: string
}

const RECONNECT_MS = 10_000
/** Longer than going from one document to the next takes. */
const KEPT_MS = 2000

const visible = () =>
  fromEvent(document, 'visibilitychange').pipe(
    startWith(undefined),
    map(() => document.visibilityState === 'visible'),
    distinctUntilChanged(),
  )

const TYPES = ['open', 'error', 'step', 'live', 'waiting', 'refused'] as const

const connection = new Observable<PublisherEvent>((told) => {
  const source = new EventSource('/publisher/events')
  for (const type of TYPES) {
    source.addEventListener(type, (event: Event) => {
      const data: unknown = event instanceof MessageEvent ? event.data : ''
      told.next({type, data: typeof data === 'string' ? data : ''})
      if (type === 'error' && source.readyState === EventSource.CLOSED) told.complete()
    })
  }
  return () => source.close()
}).pipe(repeat({delay: RECONNECT_MS}))

/**
 * What the publisher tells while it works. One connection for the whole Studio, and only while its tab is visible: a
 * browser allows six to a server, and officers leave tabs open. Away, the publisher is tried again and again.
 */
export const publisherEvents: Observable<PublisherEvent> = defer(visible).pipe(
  switchMap((isVisible) => (isVisible ? connection : EMPTY)),
  share({resetOnRefCountZero: () => timer(KEPT_MS)}),
)
