import type {LakeRequest} from '../lakeRequest.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {assertDocumentId, publishedIdOf} from '../transactions/documentIds.ts'

/**
 * `GET /v…/data/doc/:dataset/:ids` — documents by id, as they are now, without a query.
 * Answers `{documents, omitted: [{id, reason}]}`: what exists, in the order asked for, and what does not.
 * @see https://www.sanity.io/docs/http-reference/doc
 */
export function doc({store, dataset, params, search}: LakeRequest) {
  const requested = (params['ids'] ?? '').split(',')
  for (const id of requested) assertDocumentId(id)
  const ids =
    search.get('includeAllVersions') === 'true'
      ? requested.flatMap((id) => store.versionIds(dataset, publishedIdOf(id)))
      : requested
  const documents = store.readMany(dataset, ids)
  return {
    documents: search.get('excludeContent') === 'true' ? documents.map(metadataOf) : documents,
    omitted: requested
      .filter((id) => !store.exists(dataset, id))
      .map((id) => ({id, reason: 'existence'})),
  }
}

function metadataOf({_id, _type, _rev, _createdAt, _updatedAt}: LakeDocument) {
  return {_id, _type, _rev, _createdAt, _updatedAt}
}
