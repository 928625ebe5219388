import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** A person's part, told by the role; a name only where the source is public and it matters. */
export const contributor = defineType({
  name: 'contributor',
  title: 'Person',
  type: 'object',
  fields: [
    defineField({
      name: 'role',
      title: 'Role',
      type: 'internationalizedArrayString',
      description: 'For example "Regional councillor for education, training and work".',
    }),
    defineField({name: 'part', title: 'What they did', type: 'internationalizedArrayString'}),
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'Only where the source is public and the name matters. Ask the person first.',
    }),
    defineField({
      name: 'partner',
      title: 'Organisation',
      type: 'reference',
      to: [{type: 'partner'}],
    }),
    defineField({name: 'source', title: 'Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  preview: {
    select: {title: 'role', subtitle: 'partner.title'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle: previewText(subtitle)}),
  },
})
