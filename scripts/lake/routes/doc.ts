import {jsonResponse} from '../http/jsonResponse.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'
import {assertDocumentId, publishedIdOf} from '../transactions/documentIds.ts'

/**
 * `GET /v…/data/doc/:dataset/:ids` — documents by id, as they are now, without a query.
 * Answers `{documents, omitted: [{id, reason}]}`: what exists, in the order asked for, and what does not.
 * @see https://www.sanity.io/docs/http-reference/doc
 */
export function doc({store, dataset, params, search}: LakeRequest) {
  const requested = [...new Set((params['ids'] ?? '').split(','))]
  for (const id of requested) assertDocumentId(id)
  const ids =
    search.get('includeAllVersions') === 'true'
      ? requested.flatMap((id) => store.versionIds(dataset, publishedIdOf(id)))
      : requested
  const omitted = requested
    .filter((id) => !store.exists(dataset, id))
    .map((id) => ({id, reason: 'existence'}))
  return search.get('excludeContent') === 'true'
    ? {documents: store.readMany(dataset, ids).map(metadataOf), omitted}
    : jsonOf(store.readJson(dataset, [...new Set(ids)], MOST_CHARACTERS), omitted)
}

/** What fits into one answer. */
const MOST_CHARACTERS = 100_000_000

/** The documents are JSON already, and may be large. */
function jsonOf(documents: readonly string[], omitted: readonly object[]) {
  const body = `{"documents":[${documents.join()}],"omitted":${JSON.stringify(omitted)}}`
  return jsonResponse(Buffer.from(body))
}

function metadataOf({_id, _type, _rev, _createdAt, _updatedAt}: LakeDocument) {
  return {_id, _type, _rev, _createdAt, _updatedAt}
}
