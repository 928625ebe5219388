import {filter, shareReplay} from 'rxjs'

import {fetchStatus} from './fetchStatus.ts'
import {watchAnswers} from './watchAnswers.ts'

/** How the publisher is, asked once for the whole Studio. While it is away, as it told last. */
export const publisherStatus = watchAnswers(fetchStatus).pipe(
  filter((answer) => answer.publisher === 'answers'),
  shareReplay({bufferSize: 1, refCount: true}),
)
