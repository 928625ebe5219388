import type {ContentDocument} from './contentDocument.ts'
import {documentsInFile} from './contentFile/documentsInFile.ts'
import {SEED} from './importSeedCommand.ts'
import {seedDocuments} from './seedDocuments.ts'

/** The documents of a file for import, or of the `seed`. Throws with the name of the file, and with the line that is broken. */
export async function* readContent(path: string): AsyncGenerator<ContentDocument> {
  if (path === SEED) yield* await seedDocuments()
  else yield* documentsInFile(path)
}
