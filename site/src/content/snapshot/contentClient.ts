import {createClient} from '@sanity/client'

/** Where content comes from: the embedded lake or hosted Sanity, chosen by these values alone. */
export interface ContentSource {
  /** Empty or `https://api.sanity.io` means hosted Sanity, whose project id is part of the host name. */
  apiHost: string
  projectId: string
  dataset: string
  token: string | undefined
}

/** A client that reads published documents as they are now, past any cache. */
export function contentClient({apiHost, projectId, dataset, token}: ContentSource) {
  const hosted = apiHost === '' || apiHost === HOSTED
  return createClient({
    projectId,
    dataset,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'published',
    ...(token ? {token} : {}),
    ...(hosted ? {} : {apiHost, useProjectHostname: false}),
  })
}

const HOSTED = 'https://api.sanity.io'

/** The host that gives a backend's images. */
export const imageHost = (apiHost: string): string =>
  apiHost === '' || apiHost === HOSTED ? 'https://cdn.sanity.io' : apiHost

/** The failure of a request, in words that say where content was looked for. */
export function unreadable(source: ContentSource, cause: unknown): Error {
  const from = `${source.apiHost || HOSTED}, project ${source.projectId}, dataset ${source.dataset}`
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new Error(`The content could not be read from ${from}: ${reason}. Is it running?`, {cause})
}
