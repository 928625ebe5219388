import {createReadStream, ReadStream} from 'node:fs'

import {sanityImport} from '@sanity/import'

import {contentClient, type ContentBackend} from './contentBackend.ts'
import {SEED} from './importSeedCommand.ts'
import {seedDocuments} from './seedDocuments.ts'

/** What happens to documents that are there already: the import stops, they stay, or they are replaced. */
export type ImportMode = 'create' | 'createIfNotExists' | 'createOrReplace'

/**
 * Brings NDJSON, a tar.gz with its pictures, a folder of both, or `seed` into a dataset; answers how many documents it held.
 * Throws with the file's name, and with what stands in the way when a document is there already.
 */
export async function importContent(
  backend: ContentBackend,
  path: string,
  operation: ImportMode,
  {isFolder = false} = {},
): Promise<number> {
  try {
    const client = contentClient(backend)
    const input = path === SEED ? await seedDocuments() : isFolder ? path : createReadStream(path)
    const unreadable = Promise.withResolvers<never>()
    if (input instanceof ReadStream) input.on('error', unreadable.reject)
    const {numDocs, warnings} = await Promise.race([
      sanityImport(input, {client, operation}),
      unreadable.promise,
    ])
    const [warning] = warnings
    if (warning) throw new Error(`${warning.message} (${warnings.length} warnings in all)`)
    return numDocs
  } catch (cause) {
    const [reason = ''] = (cause instanceof Error ? cause.message : String(cause)).split(':\n')
    const advice = reason.includes('already exists')
      ? '. Add --missing to keep what is there, or --replace to overwrite it.'
      : ''
    throw new Error(`${path} could not be imported: ${reason}${advice}`, {cause})
  }
}
