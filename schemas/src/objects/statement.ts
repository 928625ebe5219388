import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** What a source says, in our words; shown with the source's name, so that claims stay claims. */
export const statement = defineType({
  name: 'statement',
  title: 'Statement',
  type: 'object',
  fields: [
    defineField({name: 'text', title: 'What is said', type: 'internationalizedArrayText'}),
    defineField({
      name: 'source',
      title: 'Source',
      type: 'reference',
      to: [{type: 'source'}],
      validation: (rule) => rule.required().error('A statement needs the source that makes it.'),
    }),
    defineField({name: 'asOf', title: 'As of', type: 'partialDate'}),
    defineField({
      name: 'confidence',
      title: 'How sure',
      type: 'string',
      description: 'High: read in the source. Medium: second-hand, or read in part.',
      options: {layout: 'radio', direction: 'horizontal', list: ['high', 'medium']},
    }),
  ],
  preview: {
    select: {title: 'text', subtitle: 'source.title'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
