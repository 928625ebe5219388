import type {Observable} from 'rxjs'
import {scan, shareReplay} from 'rxjs'

import type {ReceiptQuery, ReceiptsAnswer} from './fetchReceipts.ts'
import {NOTHING_YET, fetchReceipts} from './fetchReceipts.ts'
import {watchAnswers} from './watchAnswers.ts'

const watched = new Map<string, Observable<ReceiptsAnswer>>()

/** The receipts of a query, and again whenever there is news. Whoever asks the same shares the answers. */
export function watchReceipts(query: ReceiptQuery): Observable<ReceiptsAnswer> {
  const key = `${query.document ?? ''} ${query.limit}`
  const known = watched.get(key)
  if (known) return known
  const answers = watchAnswers(() => fetchReceipts(query)).pipe(
    scan(keepReceipts, NOTHING_YET),
    shareReplay({bufferSize: 1, refCount: true}),
  )
  watched.set(key, answers)
  return answers
}

/** While the publisher is away, what it told before is still the best there is. */
const keepReceipts = (before: ReceiptsAnswer, next: ReceiptsAnswer): ReceiptsAnswer =>
  next.publisher === 'away' ? {...next, receipts: before.receipts} : next
