import {effectsOf, type Effects} from '../mendoza/effectsOf.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {mutatedId, type Mutation} from '../transactions/mutation.ts'
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

/** What a listener is told of one change. */
export interface MutationEvent {
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
  mutations?: Mutation[]
  effects?: Effects
  result?: LakeDocument
  previous?: LakeDocument
}

/** The events of one transaction for one listener; their count is what `transactionTotalEvents` says. */
export function mutationEvents(
  matched: readonly Matched[],
  mutations: readonly Mutation[],
  options: ListenOptions,
): {change: ListenedChange; event: MutationEvent}[] {
  const byDocument = Map.groupBy(mutations, mutatedId)
  return matched.map(({change, before, after}, index) => ({
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
      visibility: options.visibility,
      transactionTotalEvents: matched.length,
      transactionCurrentEvent: index + 1,
      ...contents(change, byDocument.get(change.documentId) ?? [], options),
    },
  }))
}

function contents({before, after}: ListenedChange, mutations: Mutation[], options: ListenOptions) {
  return {
    ...(options.includeMutations && {mutations}),
    ...(options.effectFormat === 'mendoza' && {effects: effectsOf(before, after)}),
    ...(options.includeResult && after && {result: after}),
    ...(options.includePreviousRevision && before && {previous: before}),
  }
}
