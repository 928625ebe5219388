import type {SanityClient} from '@sanity/client'

import {documentTypeNames} from './compile/schemaTypes.ts'

/** Whether a dataset has a document of a type of ours, published or a draft. */
export async function hasContent(client: SanityClient, signal?: AbortSignal): Promise<boolean> {
  const query = 'count(*[_type in $types])'
  const count: unknown = await client.fetch(
    query,
    {types: documentTypeNames},
    signal ? {signal} : {},
  )
  return count !== 0
}
