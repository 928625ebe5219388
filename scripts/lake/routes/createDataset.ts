import {badRequest, conflict} from '../errors.ts'
import type {LakeRequest} from '../lakeRequest.ts'
import {DATASET_NAME} from '../settings.ts'

/** `PUT /v…/projects/:project/datasets/:name` — creates a dataset. Throws 409 when there is one of that name. */
export function createDataset({store, params}: LakeRequest) {
  const name = params['name'] ?? ''
  if (!DATASET_NAME.test(name)) {
    throw badRequest(
      `"${name}" is no name for a dataset. Use lower-case letters, digits, _ and -, at most 64.`,
    )
  }
  if (store.createDataset(name, new Date().toISOString())) {
    return {datasetName: name, aclMode: 'public'}
  }
  throw conflict(`Dataset "${name}" already exists.`)
}
