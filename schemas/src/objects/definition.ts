import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** One wording of a definition: wordings change, so each has its source and date. */
export const definition = defineType({
  name: 'definition',
  title: 'Definition',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'Definition', type: 'internationalizedArrayText'}),
    defineField({name: 'source', title: 'Source', type: 'reference', to: [{type: 'source'}]}),
    defineField({name: 'asOf', title: 'As of', type: 'partialDate'}),
  ],
  preview: {
    select: {title: 'text', subtitle: 'source.title'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
