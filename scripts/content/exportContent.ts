import {writeFile} from 'node:fs/promises'
import {Writable} from 'node:stream'

import {exportDataset, type SanityDocument} from '@sanity/export'

import {contentClient, type ContentBackend} from './contentBackend.ts'
import {ndjson} from './ndjson.ts'
import {seedMark} from './seedMark.ts'

/**
 * Writes a dataset, drafts included, to a file; answers how many documents it holds. A `.tar.gz` carries the
 * pictures too; an `.ndjson` is text alone. Throws for any other ending.
 */
export async function exportContent(backend: ContentBackend, path: string): Promise<number> {
  if (path.endsWith('.tar.gz')) return exportArchive(backend, path)
  if (path.endsWith('.ndjson')) return exportLines(backend, path)
  throw new Error(`"${path}" ends in neither .tar.gz (with pictures) nor .ndjson (text alone).`)
}

async function exportArchive(backend: ContentBackend, outputPath: string) {
  const {documentCount} = await exportDataset({...optionsFor(backend), outputPath})
  return documentCount
}

async function exportLines(backend: ContentBackend, path: string) {
  const documents: SanityDocument[] = []
  const nowhere = new Writable({write: (_chunk, _encoding, done) => done()})
  nowhere.on('error', () => undefined) // the export rejects with it
  await exportDataset({
    ...optionsFor(backend),
    assets: false,
    outputPath: nowhere,
    transformDocument: (document) => {
      documents.push(document)
      return document
    },
  })
  await writeFile(path, ndjson(documents))
  return documents.length
}

const optionsFor = (backend: ContentBackend) => ({
  client: contentClient(backend),
  dataset: backend.dataset,
  filterDocument: ({_id}: SanityDocument) => _id !== seedMark._id,
})
