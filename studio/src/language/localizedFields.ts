import {documentTypes, localizedFieldTypes, singletonTypes} from '@coworkmed/schemas'
import {locales, sourceLocale} from '@coworkmed/schemas/locales'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'

/** Fields with one value for each language, and the filter of languages above every form that has them. */
export const localizedFields = internationalizedArray({
  languages: locales.map(({id, name}) => ({id, title: name})),
  fieldTypes: [...localizedFieldTypes],
  defaultLanguages: [sourceLocale],
  languageDisplay: 'titleOnly',
  buttonLocations: ['field'],
  buttonAddAll: false,
  languageFilter: {
    documentTypes: [...documentTypes, ...singletonTypes].map(({name}) => name),
    defaultLanguages: [sourceLocale],
  },
})
