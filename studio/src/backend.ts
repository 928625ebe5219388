/** What the Studio talks to. Without `lakeUrl` it is hosted Sanity. */
export interface Backend {
  projectId: string
  dataset: string
  lakeUrl?: string
}

/** The settings as they were found, each absent where nobody said anything. */
export interface BackendSettings {
  /** `SANITY_API_HOST`: the lake's address; empty or `https://api.sanity.io` is hosted Sanity. */
  apiHost?: string | undefined
  projectId?: string | undefined
  dataset?: string | undefined
}

const HOSTED = 'https://api.sanity.io'
const DEFAULT_LAKE_URL = 'http://localhost:3900'

/** Chooses the backend: the embedded lake, unless the settings name hosted Sanity. Throws when that lacks its project. */
export function backend({
  apiHost = DEFAULT_LAKE_URL,
  projectId,
  dataset,
}: BackendSettings): Backend {
  const lakeUrl = apiHost.trim().replace(/\/+$/, '')
  const project = projectId || 'local'
  const hosted = lakeUrl === '' || lakeUrl === HOSTED
  if (hosted && project === 'local') {
    throw new Error('Hosted Sanity needs a project. Set SANITY_PROJECT_ID to the id of yours.')
  }
  const common = {projectId: project, dataset: dataset || 'production'}
  return hosted ? common : {...common, lakeUrl}
}
