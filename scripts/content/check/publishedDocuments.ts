import type {SanityClient} from '@sanity/client'

import {isContentDocument, type ContentDocument} from '../contentDocument.ts'

const PAGE = '*[_id > $last] | order(_id) [0...100]'

/** Every published document of a dataset, by id. */
export async function* publishedDocuments(client: SanityClient): AsyncGenerator<ContentDocument> {
  for (let last = ''; ;) {
    const page: unknown = await client.fetch(PAGE, {last}, {perspective: 'published'})
    const documents = Array.isArray(page) ? page.filter(isContentDocument) : []
    yield* documents
    const end = documents.at(-1)
    if (!end) return
    last = end._id
  }
}
