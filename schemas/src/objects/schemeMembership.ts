import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** A term's place in a scheme, with SKOS mapping where the scheme's own term differs from ours. */
export const schemeMembership = defineType({
  name: 'schemeMembership',
  title: 'In a typology',
  type: 'object',
  fields: [
    defineField({
      name: 'scheme',
      title: 'Typology',
      type: 'reference',
      to: [{type: 'typologyScheme'}],
      validation: (rule) => rule.required().error('Choose the typology.'),
    }),
    defineField({
      name: 'code',
      title: 'Its code there',
      type: 'string',
      description: 'For example FABLAB or 2.5.',
    }),
    defineField({
      name: 'match',
      title: 'How well it fits',
      type: 'string',
      options: {
        list: [
          {value: 'exact', title: 'the same'},
          {value: 'close', title: 'nearly the same'},
          {value: 'broad', title: 'theirs is wider'},
          {value: 'narrow', title: 'theirs is narrower'},
        ],
      },
    }),
  ],
  preview: {
    select: {title: 'scheme.title', subtitle: 'code'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
