import {defineField, defineType} from '@sanity/types'

import {isCountryOrEmpty} from '../countries.ts'

/** Who to turn to, in one country, when a barrier is not removed. */
export const enforcementBody = defineType({
  name: 'enforcementBody',
  title: 'Enforcement body',
  type: 'object',
  fields: [
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      description: 'Two letters: FR.',
      validation: (rule) => rule.custom(isCountryOrEmpty),
    }),
    defineField({name: 'name', title: 'Name', type: 'string'}),
    defineField({name: 'url', title: 'Website', type: 'url'}),
  ],
  preview: {select: {title: 'name', subtitle: 'country'}},
})
