import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** One part of a meeting's programme. */
export const session = defineType({
  name: 'session',
  title: 'Session',
  type: 'object',
  fields: [
    defineField({name: 'title', title: 'Topic', type: 'internationalizedArrayString'}),
    defineField({
      name: 'partners',
      title: 'Organisations',
      type: 'array',
      of: [{type: 'reference', to: [{type: 'partner'}]}],
    }),
  ],
  preview: {select: {title: 'title'}, prepare: ({title}) => ({title: previewText(title)})},
})
