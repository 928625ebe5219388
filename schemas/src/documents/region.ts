import {defineField, defineType} from '@sanity/types'

import {isCountry} from '../countries.ts'
import {
  editorialNoteField,
  groups,
  sourcesField,
  statementsField,
  titleField,
} from '../localized/fields.ts'
import {previewText} from '../localized/previewText.ts'
import {translationsField} from '../localized/translationState.ts'

const COUNTRY = 'Write the country with two capital letters: IT.'

/** A territory as Eurostat codes it. A code means something only together with its NUTS version. */
export const region = defineType({
  name: 'region',
  title: 'Region',
  type: 'document',
  groups,
  fields: [
    {...titleField, title: 'Name'},
    defineField({
      name: 'codes',
      title: 'NUTS codes',
      type: 'array',
      group: 'facts',
      description: 'Every code it has had, with the version each belongs to.',
      of: [{type: 'nutsCode'}],
    }),
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      group: 'facts',
      description: 'Two letters after ISO 3166: GR for Greece.',
      validation: (rule) =>
        rule
          .required()
          .custom((code) => isCountry(code) || COUNTRY)
          .error(COUNTRY),
    }),
    defineField({
      name: 'otherNames',
      title: 'Other names',
      type: 'array',
      group: 'facts',
      of: [{type: 'alternativeName'}],
    }),
    defineField({name: 'point', title: 'On the map', type: 'geopoint', group: 'facts'}),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
  ],
  preview: {
    select: {title: 'title', country: 'country', code: 'codes.0.code'},
    prepare: ({title, country, code}) => ({
      title: previewText(title),
      subtitle: [country, code].filter(Boolean).join(' · '),
    }),
  },
})
