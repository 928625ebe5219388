import {documentTypes, localizedFieldTypes, singletonTypes} from '@coworkmed/schemas'
import {locales, sourceLocale} from '@coworkmed/schemas/locales'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'

import {translateTypes} from '../schema/translateTypes.ts'
import {readableTypes} from './readableTypes.ts'
import type {Translate} from './translator.ts'

/** The languages nobody can hide: the project's own, and the one that most of the others fall back on. */
const ALWAYS_SHOWN: readonly string[] = [sourceLocale, 'en']

/** The languages as forms list them: those always shown first, then by name. */
export const formLanguages = locales
  .map(({id, name}) => ({id, title: name}))
  .toSorted((a, b) => rank(a.id) - rank(b.id))

function rank(id: string) {
  const index = ALWAYS_SHOWN.indexOf(id)
  return index === -1 ? ALWAYS_SHOWN.length : index
}

/** Fields with one value for each language, and the filter of languages above every form that has them. */
export function localizedFields(t: Translate) {
  const plugin = internationalizedArray({
    languages: formLanguages,
    fieldTypes: translateTypes(localizedFieldTypes, t),
    languageDisplay: 'titleOnly',
    buttonLocations: ['field'],
    buttonAddAll: false,
    // Both would write into a document that somebody merely opened.
    defaultLanguages: [],
    restoreOrder: false,
    languageFilter: {
      documentTypes: [...documentTypes, ...singletonTypes].map(({name}) => name),
      defaultLanguages: [...ALWAYS_SHOWN],
    },
  })
  const types = plugin.schema?.types
  return Array.isArray(types) ? {...plugin, schema: {types: readableTypes(types, t)}} : plugin
}
