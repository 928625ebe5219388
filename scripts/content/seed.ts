import {sanityImport} from '@sanity/import'
import type {SanityClient} from '@sanity/client'

import {documentTypeNames} from './compile/schemaTypes.ts'
import type {SeedDocument} from './compile/seedDocument.ts'
import {contentClient, type ContentBackend} from './contentBackend.ts'
import {seedDocuments} from './seedDocuments.ts'
import {seedMark} from './seedMark.ts'

/**
 * Gives a new dataset its first content, and answers how many documents it imported: 0 when the dataset has
 * content already, or once had. An import that was interrupted is completed, and changes nothing that is there.
 */
export async function seed(
  backend: ContentBackend,
  documents?: readonly SeedDocument[],
): Promise<number> {
  const client = contentClient(backend)
  if (!(await wantsSeed(client))) return 0
  await client.createOrReplace({...seedMark, state: 'started'})
  const {numDocs} = await sanityImport([...(documents ?? (await seedDocuments()))], {
    client,
    operation: 'createIfNotExists',
  })
  await client.createOrReplace({...seedMark, state: 'done'})
  return numDocs
}

async function wantsSeed(client: SanityClient): Promise<boolean> {
  const mark = await client.getDocument(seedMark._id)
  if (mark) return mark.state === 'started'
  const count: unknown = await client.fetch('count(*[_type in $types])', {types: documentTypeNames})
  return count === 0
}
