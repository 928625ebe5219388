import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** A number that is not money, with what it counts, how exact it is, its date and its source. */
export const figure = defineType({
  name: 'figure',
  title: 'Figure',
  type: 'object',
  fields: [
    defineField({
      name: 'label',
      title: 'What is counted',
      type: 'internationalizedArrayString',
      description: 'For example "people funded".',
    }),
    defineField({
      name: 'value',
      title: 'Number',
      type: 'number',
      validation: (rule) => rule.required().error('Write the number.'),
    }),
    defineField({
      name: 'unit',
      title: 'Unit',
      type: 'string',
      description: 'For example m² or %. Leave empty for a count.',
    }),
    defineField({
      name: 'bound',
      title: 'How exact',
      type: 'string',
      options: {
        layout: 'radio',
        direction: 'horizontal',
        list: [
          {value: 'exact', title: 'exactly'},
          {value: 'upTo', title: 'at most'},
          {value: 'atLeast', title: 'at least'},
          {value: 'about', title: 'about'},
        ],
      },
    }),
    defineField({name: 'asOf', title: 'As of', type: 'partialDate'}),
    defineField({name: 'source', title: 'Source', type: 'reference', to: [{type: 'source'}]}),
  ],
  preview: {
    select: {title: 'label', value: 'value', unit: 'unit'},
    prepare: ({title, value, unit}) => ({
      title: previewText(title),
      subtitle: [value, unit].filter(Boolean).join(' '),
    }),
  },
})
