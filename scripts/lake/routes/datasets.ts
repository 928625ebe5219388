import type {LakeRequest} from '../lakeRequest.ts'

/** `GET /v…/projects/:project/datasets` — the datasets there are. */
export const datasets = ({store}: LakeRequest) =>
  store.datasets().map(({name, createdAt}) => ({
    name,
    createdAt,
    aclMode: 'public',
    datasetProfile: 'content',
    addonFor: null,
    features: [],
    tags: [],
  }))
