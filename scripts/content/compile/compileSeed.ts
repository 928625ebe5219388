import type {SeedEntry} from '../readSeedFiles.ts'
import type {Translation} from '../readTranslations.ts'
import {compileDocument} from './compileDocument.ts'
import type {SeedDocument} from './seedDocument.ts'
import {withSlugs} from './withSlugs.ts'
import {withTranslation} from './withTranslation.ts'
import {withTranslationStates} from './withTranslationStates.ts'

/**
 * The documents of seed files and translations that are already read.
 * Throws one error that lists, for each document that is wrong, the place and what to do.
 */
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
