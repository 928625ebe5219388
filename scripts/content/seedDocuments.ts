import {join} from 'node:path'

import {compileSeed} from './compile/compileSeed.ts'
import type {SeedDocument} from './compile/seedDocument.ts'
import {readSeedFiles} from './readSeedFiles.ts'
import {readTranslations} from './readTranslations.ts'

const SEED_FOLDER = join(import.meta.dirname, 'seed')

/**
 * Every document of the seed, in all languages there are, ready for import.
 * Throws one error that lists, for each document that is wrong, the place and what to do.
 */
export async function seedDocuments(folder: string = SEED_FOLDER): Promise<SeedDocument[]> {
  const entries = await readSeedFiles(join(folder, 'documents'))
  const translations = await readTranslations(join(folder, 'translations'))
  return compileSeed(entries, translations)
}
