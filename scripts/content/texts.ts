import {localizedFields} from '@coworkmed/schemas/localized/walk'
import type {Locale} from '@coworkmed/schemas/locales'

import type {SeedDocument} from './compile/seedDocument.ts'
import {textFromRichText} from './compile/textFromRichText.ts'

/**
 * What documents say in one language: id to path to text, as the files in `seed/translations` are written.
 * `pathsOf` narrows each document to some of its paths. Addresses are left out: they follow from titles.
 */
export function texts(
  documents: readonly SeedDocument[],
  locale: Locale,
  pathsOf?: (document: SeedDocument) => readonly string[],
): Record<string, Record<string, string>> {
  const entries = documents
    .map((document) => [document._id, textsOf(document, locale, pathsOf?.(document))] as const)
    .filter(([, found]) => Object.keys(found).length > 0)
  return Object.fromEntries(entries)
}

function textsOf(document: SeedDocument, locale: Locale, paths: readonly string[] | undefined) {
  const found = localizedFields(document).flatMap(({path, items}) => {
    const wanted = path !== 'slug' && (paths?.includes(path) ?? true)
    const value = wanted ? items.find((item) => item.language === locale)?.value : undefined
    if (value === undefined) return []
    return [[path, Array.isArray(value) ? textFromRichText(value) : String(value)] as const]
  })
  return Object.fromEntries(found)
}
