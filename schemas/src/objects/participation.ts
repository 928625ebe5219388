import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** An organisation's part in something, as one source tells it: lists differ by source and date. */
export const participation = defineType({
  name: 'participation',
  title: 'Participation',
  type: 'object',
  fields: [
    defineField({
      name: 'partner',
      title: 'Organisation',
      type: 'reference',
      to: [{type: 'partner'}],
      validation: (rule) => rule.required().error('Choose the organisation.'),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      options: {
        list: [
          {value: 'lead', title: 'lead partner'},
          {value: 'partner', title: 'partner'},
          {value: 'associated', title: 'associated partner'},
          {value: 'guest', title: 'guest'},
          {value: 'organiser', title: 'organiser'},
          {value: 'support', title: 'supporting the organiser'},
          {value: 'participant', title: 'participant'},
          {value: 'stated', title: 'says so itself'},
        ],
      },
      validation: (rule) => rule.required().error('Choose the role.'),
    }),
    defineField({name: 'period', title: 'From, to', type: 'period'}),
    defineField({
      name: 'sources',
      title: 'Sources',
      type: 'array',
      of: [{type: 'reference', to: [{type: 'source'}]}],
    }),
  ],
  preview: {
    select: {title: 'partner.title', subtitle: 'role'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
