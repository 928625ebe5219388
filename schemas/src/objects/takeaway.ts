import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** One thing a meeting taught, with what it speaks of. */
export const takeaway = defineType({
  name: 'takeaway',
  title: 'Takeaway',
  type: 'object',
  fields: [
    defineField({name: 'title', title: 'Title', type: 'internationalizedArrayString'}),
    defineField({name: 'text', title: 'Text', type: 'internationalizedArrayText'}),
    defineField({
      name: 'policies',
      title: 'Policies it speaks of',
      type: 'array',
      of: [{type: 'reference', to: [{type: 'policy'}]}],
    }),
    defineField({
      name: 'partners',
      title: 'Organisations it speaks of',
      type: 'array',
      of: [{type: 'reference', to: [{type: 'partner'}]}],
    }),
    defineField({
      name: 'types',
      title: 'Third-place types it speaks of',
      type: 'array',
      of: [{type: 'reference', to: [{type: 'thirdPlaceType'}]}],
    }),
    defineField({
      name: 'editorialNote',
      title: 'Note for colleagues',
      type: 'text',
      rows: 2,
      description: 'Never shown to visitors.',
    }),
  ],
  preview: {
    select: {title: 'title', subtitle: 'text'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle: previewText(subtitle)}),
  },
})
