import {translationDigests} from '@coworkmed/schemas/localized/translationDigests'
import {sourceLocale} from '@coworkmed/schemas/locales'

import {benchLocales} from './benchLocales.ts'
import type {GeneratedDocument} from './fields.ts'

/** A copy that says, as the Studio does, what each translation was made from: French is the source, all are reviewed. */
export function withTranslationStates(document: GeneratedDocument): GeneratedDocument {
  const digests = translationDigests(document, sourceLocale).map(({path, digest}, index) => ({
    _key: `digest-${index + 1}`,
    _type: 'fieldDigest',
    path,
    digest,
  }))
  const translations = benchLocales.map(({id}) => ({
    _key: id,
    _type: 'translationState',
    language: id,
    ...(id === sourceLocale
      ? {state: 'source'}
      : {state: 'ready', markedAt: '2026-11-01T08:00:00Z', digests}),
  }))
  return {...document, translations}
}
