import {sanityImport} from '@sanity/import'
import type {SanityClient} from '@sanity/client'

import type {SeedDocument} from './compile/seedDocument.ts'
import {contentClient, datasetName, isHosted, type ContentBackend} from './contentBackend.ts'
import {hasContent} from './hasContent.ts'
import {importSeedCommand} from './importSeedCommand.ts'
import {seedDocuments} from './seedDocuments.ts'
import {seedMark} from './seedMark.ts'

/**
 * Gives a new dataset its first content, and answers how many documents it imported: 0 when the dataset has
 * content already, or once had. An import that was interrupted is completed, and changes nothing that is there.
 * Throws for a dataset of hosted Sanity: there an operator imports it.
 */
export async function seed(
  backend: ContentBackend,
  documents?: readonly SeedDocument[],
): Promise<number> {
  if (isHosted(backend.apiHost))
    throw new Error(
      `${datasetName(backend)} is hosted by Sanity, and nothing is written to it unasked. To import the first content: ${importSeedCommand}`,
    )
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
  return !(await hasContent(client))
}
