import type {Observable} from 'rxjs'
import {defer, of, startWith, switchMap} from 'rxjs'

import {publisherNews} from './publisherNews.ts'

/** What the publisher answers, and again whenever there is news; once where there is no publisher. */
export const watchAnswers = <Answer extends {publisher: string}>(
  ask: () => Promise<Answer>,
): Observable<Answer> =>
  defer(ask).pipe(
    switchMap((first) =>
      first.publisher === 'absent'
        ? of(first)
        : publisherNews.pipe(switchMap(ask), startWith(first)),
    ),
  )
