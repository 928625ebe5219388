import {createClient, type SanityClient} from '@sanity/client'

/** Where content lives: the embedded lake or hosted Sanity. */
export interface ContentBackend {
  /** `http://127.0.0.1:3900`, or `https://api.sanity.io`. */
  apiHost: string
  projectId: string
  dataset: string
  token: string
}

const HOSTED = 'https://api.sanity.io'

/** What the lake calls whoever sits at this machine; the import and export tools want some token. */
const LOCAL_TOKEN = 'local-officer'

/** The backend the environment names; by default the lake of this machine. Throws when hosted Sanity has no token. */
export function parseContentBackend(environment: NodeJS.ProcessEnv): ContentBackend {
  const lake = `http://127.0.0.1:${environment.LAKE_PORT || '3900'}`
  const apiHost = (environment.SANITY_API_HOST ?? lake) || HOSTED
  const token = environment.SANITY_API_TOKEN || (isHosted(apiHost) ? '' : LOCAL_TOKEN)
  if (!token) {
    throw new Error('Hosted Sanity needs SANITY_API_TOKEN: a token that may write to the dataset.')
  }
  return {
    apiHost,
    projectId: environment.SANITY_PROJECT_ID || 'local',
    dataset: environment.SANITY_DATASET || 'production',
    token,
  }
}

/** The official client for a backend, reading past every cache and drafts included. */
export function contentClient({apiHost, projectId, dataset, token}: ContentBackend): SanityClient {
  return createClient({
    apiHost,
    projectId,
    dataset,
    token,
    apiVersion: '2025-02-19',
    useProjectHostname: isHosted(apiHost),
    useCdn: false,
    perspective: 'raw',
  })
}

const isHosted = (apiHost: string) => new URL(apiHost).hostname.endsWith('sanity.io')
