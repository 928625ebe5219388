import type {LakeDocument} from '../store/lakeDocument.ts'
import type {ListenOptions} from './listenOptions.ts'

/** One change of a transaction, as a listener may be told of it. */
export interface ListenedChange {
  seq: number
  position: number
  transactionId: string
  author: string
  timestamp: string
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
}

/** Whether a listener's query selects the document of a change before and after it. */
export interface Matched {
  change: ListenedChange
  before: boolean
  after: boolean
}

/** What a listener is told of one change, beside what it contains. */
interface MutationEvent {
  eventId: string
  documentId: string
  transactionId: string
  transition: 'appear' | 'update' | 'disappear'
  identity: string
  previousRev?: string
  resultRev: string
  timestamp: string
  visibility: ListenOptions['visibility']
  transactionTotalEvents: number
  transactionCurrentEvent: number
}

/** The events of one transaction for one listener; their count is what `transactionTotalEvents` says. */
export const mutationEvents = (
  matched: readonly Matched[],
  visibility: ListenOptions['visibility'],
): {change: ListenedChange; event: MutationEvent}[] =>
  matched.map(({change, before, after}, index) => ({
    change,
    event: {
      eventId: `${change.transactionId}#${change.documentId}`,
      documentId: change.documentId,
      transactionId: change.transactionId,
      transition: before ? (after ? 'update' : 'disappear') : 'appear',
      identity: change.author,
      ...(change.before && {previousRev: change.before._rev}),
      resultRev: change.transactionId,
      timestamp: change.timestamp,
      visibility,
      transactionTotalEvents: matched.length,
      transactionCurrentEvent: index + 1,
    },
  }))
