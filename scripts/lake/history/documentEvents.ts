import type {Store} from '../store/createStore.ts'
import type {LoggedChange} from '../store/createHistoryReader.ts'
import {draftIdOf, isPublishedId, publishedIdOf} from '../transactions/documentIds.ts'

/** Something that happened to a document, in the words of the Studio's history panel. */
export interface DocumentEvent {
  type:
    | 'createLiveDocument'
    | 'updateLiveDocument'
    | 'createDocumentVersion'
    | 'publishDocumentVersion'
    | 'unpublishDocument'
    | 'deleteDocumentVersion'
    | 'deleteDocumentGroup'
  id: string
  timestamp: string
  author: string
  documentId: string
  revisionId?: string
  versionId?: string
  versionRevisionId?: string
  contributors?: string[]
}

/**
 * What one transaction did to the document `id`, or null when there is nothing to tell (an edit of a draft).
 * Publishing is a published document written, and a version of it deleted, in the same transaction.
 */
export function documentEvent(
  store: Store,
  dataset: string,
  id: string,
  changes: readonly LoggedChange[],
): DocumentEvent | null {
  const change = changes.find(({documentId}) => documentId === id)
  if (!change) return null
  const publishing = publishEvent(changes, id)
  if (publishing) return publishing
  return isPublishedId(id) ? publishedEvent(store, dataset, change, changes) : versionEvent(change)
}

function publishEvent(changes: readonly LoggedChange[], id: string): DocumentEvent | null {
  const publishedId = publishedIdOf(id)
  const published = changes.find(({documentId, after}) => documentId === publishedId && after)
  const version = changes.find(
    ({documentId, before, after}) =>
      !isPublishedId(documentId) &&
      publishedIdOf(documentId) === publishedId &&
      (isPublishedId(id) || documentId === id) &&
      before &&
      !after,
  )
  if (!published || !version?.before) return null
  return {
    ...baseOf(published),
    type: 'publishDocumentVersion',
    revisionId: published.transactionId,
    versionId: version.documentId,
    versionRevisionId: version.before._rev,
    contributors: [published.author],
  }
}

function publishedEvent(
  store: Store,
  dataset: string,
  change: LoggedChange,
  changes: readonly LoggedChange[],
): DocumentEvent {
  const base = baseOf(change)
  const revisionId = change.transactionId
  if (change.after) {
    const type = change.before ? 'updateLiveDocument' : 'createLiveDocument'
    return {...base, type, revisionId}
  }
  const draftId = draftIdOf(change.documentId)
  const draft = changes.find(({documentId}) => documentId === draftId)
  const remains = draft ? draft.after : store.documentAtSeq(dataset, draftId, change.seq)
  return remains
    ? {...base, type: 'unpublishDocument', versionId: draftId, versionRevisionId: remains._rev}
    : {...base, type: 'deleteDocumentGroup'}
}

function versionEvent(change: LoggedChange): DocumentEvent | null {
  const {before, after, documentId: versionId} = change
  const base = baseOf(change)
  if (!before && after) {
    return {...base, type: 'createDocumentVersion', versionId, versionRevisionId: after._rev}
  }
  if (before && !after) {
    return {...base, type: 'deleteDocumentVersion', versionId, versionRevisionId: before._rev}
  }
  return null
}

const baseOf = ({transactionId, timestamp, author, documentId}: LoggedChange) => ({
  id: transactionId,
  timestamp,
  author,
  documentId: publishedIdOf(documentId),
})
