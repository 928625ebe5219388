import {defineField, defineType} from '@sanity/types'

import {isCountryOrEmpty} from '../countries.ts'

/** Where something is, as far as it is known: often a country alone. */
export const place = defineType({
  name: 'place',
  title: 'Place',
  type: 'object',
  fields: [
    defineField({
      name: 'venue',
      title: 'Building',
      type: 'string',
      description: 'Its own name, for example Palazzo Strozzi Sacrati.',
    }),
    defineField({name: 'street', title: 'Street', type: 'string'}),
    defineField({name: 'city', title: 'City', type: 'internationalizedArrayString'}),
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      description: 'Two letters after ISO 3166: FR, IT, GR (not EL), HR.',
      validation: (rule) => rule.custom(isCountryOrEmpty),
    }),
    defineField({name: 'region', title: 'Region', type: 'reference', to: [{type: 'region'}]}),
    defineField({name: 'point', title: 'On the map', type: 'geopoint'}),
  ],
})
