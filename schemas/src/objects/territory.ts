import {defineField, defineType} from '@sanity/types'

import {isCountryOrEmpty} from '../countries.ts'

/** Where a policy applies: a region of ours, or a NUTS code alone. */
export const territory = defineType({
  name: 'territory',
  title: 'Territory',
  type: 'object',
  fields: [
    defineField({name: 'region', title: 'Region', type: 'reference', to: [{type: 'region'}]}),
    defineField({
      name: 'nuts',
      title: 'NUTS code',
      type: 'nutsCode',
      description:
        'The code in force when the policy was, if the region’s own codes do not say it.',
    }),
    defineField({
      name: 'country',
      title: 'Country',
      type: 'string',
      description: 'Two letters after ISO 3166, for a measure of a whole country: GR.',
      validation: (rule) => rule.custom(isCountryOrEmpty),
    }),
  ],
})
