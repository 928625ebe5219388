import {createClient, type SanityClient} from '@sanity/client'

/** Where content lives: the embedded lake or hosted Sanity. */
export interface ContentBackend {
  /** `http://127.0.0.1:3900`, or `https://api.sanity.io`. */
  apiHost: string
  projectId: string
  dataset: string
  /** Empty where there is none: a public dataset can be read without. */
  token: string
}

const HOSTED = 'https://api.sanity.io'

/** What the lake calls whoever sits at this machine; the import and export tools want some token. */
const LOCAL_TOKEN = 'local-officer'

/**
 * The backend the environment names; by default the lake of this machine. Throws when hosted Sanity has no token, unless
 * the backend is only read.
 */
export function parseContentBackend(
  environment: NodeJS.ProcessEnv,
  access: 'write' | 'read' = 'write',
): ContentBackend {
  const lake = `http://127.0.0.1:${environment.LAKE_PORT || '3900'}`
  const apiHost = (environment.SANITY_API_HOST ?? lake) || HOSTED
  const token = environment.SANITY_API_TOKEN || (isHosted(apiHost) ? '' : LOCAL_TOKEN)
  if (!token && access === 'write') {
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
    apiVersion: '2025-02-19',
    useProjectHostname: isHosted(apiHost),
    useCdn: false,
    perspective: 'raw',
    ...(token ? {token} : {}),
  })
}

/** Whether an API host is Sanity's own service: `https://api.sanity.io`, or another name of it. */
export function isHosted(apiHost: string): boolean {
  const {hostname} = new URL(apiHost)
  return hostname === 'sanity.io' || hostname.endsWith('.sanity.io')
}

/** A dataset in words: `The dataset "production" of project "abc123"`. */
export const datasetName = ({projectId, dataset}: ContentBackend): string =>
  `The dataset "${dataset}" of project "${projectId}"`
