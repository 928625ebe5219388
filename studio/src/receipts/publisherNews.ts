import type {Observable} from 'rxjs'
import {Subject, auditTime, filter, merge, share} from 'rxjs'

import {publisherEvents} from './publisherEvents.ts'

/** One publish is told in several events. */
const TOGETHER_MS = 50

const asked = new Subject<void>()

/** Looks again now, for whoever expects news. */
export const askAgain = () => asked.next()

/**
 * Emits whenever the publisher may have something new to answer. A lost connection is news too: it may be the publisher
 * that was lost. Of how far a build is, it has nothing to answer.
 */
export const publisherNews: Observable<unknown> = merge(
  asked,
  publisherEvents.pipe(filter(({type}) => type !== 'step')),
).pipe(auditTime(TOGETHER_MS), share())
