import {createHash} from 'node:crypto'

import {createClient} from '@sanity/client'

import type {SanitySettings} from './settings.ts'

const API_VERSION = '2025-02-19'

/**
 * Tells states of the published content apart: one digest over the ids and revisions of all published documents.
 * Two equal digests mean that a build would read the same.
 */
export function createContentProbe({apiHost, projectId, dataset, token}: SanitySettings) {
  const hosted = apiHost === '' || apiHost === 'https://api.sanity.io'
  const client = createClient({
    projectId,
    dataset,
    apiVersion: API_VERSION,
    useCdn: false,
    perspective: 'published',
    ...(token ? {token} : {}),
    ...(hosted ? {} : {apiHost, useProjectHostname: false}),
  })
  return {
    async digest(): Promise<string> {
      const revisions = await client.fetch<string[]>(
        '*[!(_id in path("_.**"))] | order(_id asc) {"r": _id + " " + _rev}.r',
      )
      return createHash('sha256').update(revisions.join('\n')).digest('hex')
    },
  }
}

export type ContentProbe = ReturnType<typeof createContentProbe>
