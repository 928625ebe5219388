import type {DocumentReader, StoredDocument} from './openDocuments.ts'
import {layeredIds, type Perspective, publishedIdOf} from './perspective.ts'
import type {Constraint, DocumentSource} from './plan.ts'

interface ViewOptions {
  documents: DocumentReader
  dataset: string
  perspective: Perspective
  /** What to make of each document before the query sees it. */
  present?: (document: StoredDocument) => StoredDocument
}

/** What a query sees of one dataset: its documents under a perspective, ordered by id. */
export function createView({documents, dataset, perspective, present = unchanged}: ViewOptions) {
  function read(id: string): StoredDocument | undefined {
    if (perspective !== 'raw') return readLayers(id, perspective)
    const document = documents.read(dataset, id)
    return document && present(document)
  }

  /** A version marked as deleted hides what lies below it. */
  function readLayers(id: string, layers: readonly string[]) {
    if (publishedIdOf(id) !== id) return
    for (const originalId of layeredIds(id, layers)) {
      const document = documents.read(dataset, originalId)
      if (document) {
        return isDeletion(document)
          ? undefined
          : present({...document, _id: id, _originalId: originalId})
      }
    }
    return
  }

  function readAll(ids: string[]) {
    const seen = perspective === 'raw' ? ids : ids.map(publishedIdOf)
    return [...new Set(seen)]
      .toSorted()
      .map(read)
      .filter((document) => document !== undefined)
  }

  const source: DocumentSource = {
    all: () => readAll(documents.ids(dataset)),
    candidates: (constraints: Constraint[]) => readAll(documents.idsMeeting(dataset, constraints)),
  }
  return {...source, read, dereference: ({_ref}: {_ref: string}) => read(_ref)}
}

const unchanged = (document: StoredDocument) => document

function isDeletion({_system: system}: StoredDocument) {
  return (
    typeof system === 'object' && system !== null && 'delete' in system && system.delete === true
  )
}
