import {createClient} from '@sanity/client'

import type {DocumentType} from './documents.ts'
import {documentTypes} from './documents.ts'
import type {Snapshot} from './parseSnapshot.ts'
import {parseSnapshot} from './parseSnapshot.ts'

/** Where content comes from: the embedded lake or hosted Sanity, chosen by these values alone. */
export interface ContentSource {
  /** Empty or `https://api.sanity.io` means hosted Sanity, whose project id is part of the host name. */
  apiHost: string
  projectId: string
  dataset: string
  token: string | undefined
}

/** All published documents in one query. Throws in plain words when the backend does not answer. */
export async function fetchSnapshot(source: ContentSource): Promise<Snapshot> {
  try {
    const client = contentClient(source)
    return parseSnapshot(
      await client.fetch<unknown, {types: readonly DocumentType[]}>(everything, {
        types: documentTypes,
      }),
    )
  } catch (cause) {
    const from = `${source.apiHost || HOSTED}, project ${source.projectId}, dataset ${source.dataset}`
    throw new Error(`The content could not be read from ${from}. Is the content lake running?`, {
      cause,
    })
  }
}

const HOSTED = 'https://api.sanity.io'
const everything = '*[_type in $types] | order(_id)'

function contentClient({apiHost, projectId, dataset, token}: ContentSource) {
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
