import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** Something the project makes. */
export const deliverable = defineType({
  name: 'deliverable',
  title: 'Deliverable',
  type: 'object',
  fields: [
    defineField({name: 'title', title: 'Title', type: 'internationalizedArrayString'}),
    defineField({
      name: 'status',
      title: 'Status',
      type: 'string',
      options: {list: ['listed', 'announced', 'done']},
    }),
    defineField({name: 'due', title: 'Due', type: 'partialDate'}),
    defineField({name: 'figures', title: 'Figures', type: 'array', of: [{type: 'figure'}]}),
    defineField({
      name: 'statements',
      title: 'Statements',
      type: 'array',
      of: [{type: 'statement'}],
    }),
  ],
  preview: {
    select: {title: 'title', subtitle: 'status'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
