import type {LakeRequest} from '../lakeRequest.ts'
import {isRecord} from '../store/lakeDocument.ts'
import {assertDocumentId} from '../transactions/documentIds.ts'

/**
 * `GET /v…/data/references/:dataset/documents/:id/to` — documents of other datasets of this lake that refer to one.
 * Answers `{totalCount, references: [{projectId, datasetName, documentId}]}`. References inside the dataset are
 * a query's business: `*[references($id)]`.
 */
export function references({store, settings, dataset, params}: LakeRequest) {
  const id = params['id'] ?? ''
  assertDocumentId(id)
  const found = store
    .referrersInOtherDatasets(dataset, id)
    .filter((referrer) => refersTo(store.read(referrer.dataset, referrer.documentId), dataset, id))
    .map((referrer) => ({
      projectId: settings.projectId,
      datasetName: referrer.dataset,
      documentId: referrer.documentId,
    }))
  return {totalCount: found.length, references: found}
}

function refersTo(value: unknown, dataset: string, id: string): boolean {
  if (Array.isArray(value)) return value.some((item) => refersTo(item, dataset, id))
  if (!isRecord(value)) return false
  const {_ref, _dataset} = value
  if (_ref === `${dataset}:${id}` || (_ref === id && _dataset === dataset)) return true
  return Object.values(value).some((item) => refersTo(item, dataset, id))
}
