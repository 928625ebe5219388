import {join} from 'node:path'

import {compileDocument} from './compile/compileDocument.ts'
import type {SeedDocument} from './compile/seedDocument.ts'
import {withSlugs} from './compile/withSlugs.ts'
import {withTranslation} from './compile/withTranslation.ts'
import {withTranslationStates} from './compile/withTranslationStates.ts'
import type {SeedEntry} from './readSeedFiles.ts'
import {readSeedFiles} from './readSeedFiles.ts'
import type {Translation} from './readTranslations.ts'
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

/** The documents of entries and translations that are already read. */
export function compileSeed(
  entries: readonly SeedEntry[],
  translations: readonly Translation[],
): SeedDocument[] {
  const types = new Map(entries.map(({id, type}) => [id, type]))
  const problems: string[] = strayTranslations(types, translations)
  const documents = entries.flatMap(({id, type, fields}) => {
    try {
      const document = compileDocument(id, type, fields, (other) => types.get(other))
      return [withTranslationStates(withSlugs(withTranslations(document, translations)))]
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return []
    }
  })
  if (problems.length > 0) throw new Error(`The seed has faults:\n${problems.join('\n')}`)
  return documents
}

function withTranslations(document: SeedDocument, translations: readonly Translation[]) {
  return translations.reduce((translated, {locale, documents}) => {
    const texts = documents.get(document._id)
    return texts ? withTranslation(translated, locale, texts) : translated
  }, document)
}

function strayTranslations(
  types: ReadonlyMap<string, string>,
  translations: readonly Translation[],
) {
  return translations.flatMap(({locale, documents}) =>
    [...documents.keys()]
      .filter((id) => !types.has(id))
      .map((id) => `${locale}.yaml translates "${id}", which no seed file has. Check the id.`),
  )
}
