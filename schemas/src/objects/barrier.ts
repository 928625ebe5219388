import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** Something that is not accessible, why, and what can be used in its place. */
export const barrier = defineType({
  name: 'barrier',
  title: 'Barrier',
  type: 'object',
  fields: [
    defineField({
      name: 'text',
      title: 'What is not accessible',
      type: 'internationalizedArrayText',
    }),
    defineField({
      name: 'reason',
      title: 'Why',
      type: 'string',
      options: {
        list: [
          {value: 'nonCompliance', title: 'It does not comply yet'},
          {value: 'disproportionateBurden', title: 'Disproportionate burden'},
          {value: 'outOfScope', title: 'Outside the law'},
        ],
      },
    }),
    defineField({
      name: 'alternative',
      title: 'What can be used in its place',
      type: 'internationalizedArrayText',
    }),
  ],
  preview: {
    select: {title: 'text', subtitle: 'reason'},
    prepare: ({title, subtitle}) => ({title: previewText(title), subtitle}),
  },
})
