import {createHash} from 'node:crypto'

import {createClient} from '@sanity/client'

import type {SanitySettings} from './settings.ts'

const API_VERSION = '2025-02-19'

const REVISIONS = '*[!(_id in path("_.**"))] | order(_id asc) {"r": _id + " " + _rev}.r'

/**
 * Tells states of the published content apart: one digest over the ids and revisions of all published documents.
 * Two equal digests mean that a build would read the same. Rejects with a sentence when the content cannot be read.
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
  const from = `${apiHost || 'https://api.sanity.io'}, dataset ${dataset}`
  return {
    async digest(): Promise<string> {
      const revisions = await client.fetch<string[]>(REVISIONS).catch((cause: unknown) => {
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new Error(`The content could not be read from ${from}: ${reason}. Is it running?`, {
          cause,
        })
      })
      return createHash('sha256').update(revisions.join('\n')).digest('hex')
    },
  }
}

export type ContentProbe = ReturnType<typeof createContentProbe>
