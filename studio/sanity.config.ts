import {localizedFieldTypes, schemaTypes} from '@coworkmed/schemas'
import {locales} from '@coworkmed/schemas/locales'
import {defineConfig} from 'sanity'
import {internationalizedArray} from 'sanity-plugin-internationalized-array'
import {structureTool} from 'sanity/structure'

export default defineConfig({
  name: 'default',
  projectId: 'local',
  dataset: 'production',
  plugins: [
    structureTool(),
    internationalizedArray({
      languages: locales.map(({id, name}) => ({id, title: name})),
      fieldTypes: localizedFieldTypes,
    }),
  ],
  schema: {types: schemaTypes},
})
