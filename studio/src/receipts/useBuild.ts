import {useEffect, useState} from 'react'
import type {Observable} from 'rxjs'
import {
  auditTime,
  distinctUntilChanged,
  map,
  of,
  scan,
  shareReplay,
  startWith,
  switchMap,
  timer,
} from 'rxjs'

import type {Build} from './build.ts'
import {buildAfter} from './build.ts'
import {publisherEvents} from './publisherEvents.ts'

/** A smaller one is done before anybody has read of it. */
const LARGE_PAGES = 100
/** How often it is told how far a build is. */
const EVERY_MS = 500
/** A build that nothing is heard of for so long is over, and its end was missed. */
const SILENCE_MS = 60_000

/** The large build that runs now, if one does; none is looked for while `isAsked` is false. */
export function useBuild(isAsked: boolean): Build | undefined {
  const [build, setBuild] = useState<Build>()
  useEffect(() => {
    if (!isAsked) return undefined
    const subscription = builds.subscribe(setBuild)
    return () => subscription.unsubscribe()
  }, [isAsked])
  return isAsked ? build : undefined
}

const builds: Observable<Build | undefined> = publisherEvents.pipe(
  scan((build: Build | undefined, event) => buildAfter(build, event, Date.now()), undefined),
  map((build) => (build && build.of >= LARGE_PAGES ? build : undefined)),
  switchMap((build) =>
    build
      ? timer(SILENCE_MS).pipe(
          map(() => undefined),
          startWith(build),
        )
      : of(undefined),
  ),
  distinctUntilChanged(),
  auditTime(EVERY_MS),
  shareReplay({bufferSize: 1, refCount: true}),
)
