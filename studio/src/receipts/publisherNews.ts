import {
  EMPTY,
  Observable,
  Subject,
  auditTime,
  defer,
  distinctUntilChanged,
  fromEvent,
  map,
  merge,
  repeat,
  share,
  startWith,
  switchMap,
  timer,
} from 'rxjs'

const RECONNECT_MS = 10_000
/** One publish is told in several events. */
const TOGETHER_MS = 50
/** Longer than going from one document to the next takes. */
const KEPT_MS = 2000

const asked = new Subject<void>()

/** Looks again now, for whoever expects news. */
export const askAgain = () => asked.next()

/**
 * Emits whenever the publisher may have new receipts. One connection for the whole Studio, and only while its tab is
 * visible: a browser allows six to a server, and officers leave tabs open. Away, the publisher is tried again and again.
 */
export const publisherNews: Observable<unknown> = defer(() =>
  merge(asked, visible().pipe(switchMap((isVisible) => (isVisible ? events : EMPTY)))),
).pipe(auditTime(TOGETHER_MS), share({resetOnRefCountZero: () => timer(KEPT_MS)}))

const visible = () =>
  fromEvent(document, 'visibilitychange').pipe(
    startWith(undefined),
    map(() => document.visibilityState === 'visible'),
    distinctUntilChanged(),
  )

/** A lost connection is news too: it may be the publisher that was lost. */
const events = new Observable<void>((told) => {
  const source = new EventSource('/publisher/events')
  for (const type of ['open', 'live', 'waiting', 'refused']) {
    source.addEventListener(type, () => told.next())
  }
  source.addEventListener('error', () => {
    told.next()
    if (source.readyState === EventSource.CLOSED) told.complete()
  })
  return () => source.close()
}).pipe(repeat({delay: RECONNECT_MS}))
