import {defineField, defineType} from '@sanity/types'

import {
  editorialNoteField,
  groups,
  sourcesField,
  statementsField,
  summaryField,
  titleField,
} from '../localized/fields.ts'
import {previewText} from '../localized/previewText.ts'
import {translationsField} from '../localized/translationState.ts'

/** A fund, a programme or a programme's thematic community. */
export const fund = defineType({
  name: 'fund',
  title: 'Fund or programme',
  type: 'document',
  groups,
  fields: [
    {...titleField, title: 'Name'},
    summaryField,
    defineField({
      name: 'shortName',
      title: 'Abbreviation',
      type: 'internationalizedArrayString',
      group: 'content',
      description: 'FSE in French, ESF in English.',
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'facts',
      options: {
        list: [
          {value: 'fund', title: 'Fund'},
          {value: 'programme', title: 'Programme'},
          {value: 'community', title: 'Community of projects'},
        ],
      },
      validation: (rule) => rule.required().error('Choose what it is.'),
    }),
    defineField({name: 'period', title: 'Period', type: 'period', group: 'facts'}),
    defineField({
      name: 'budget',
      title: 'Budget',
      type: 'array',
      group: 'facts',
      of: [{type: 'money'}],
    }),
    defineField({
      name: 'coFinancingRate',
      title: 'Co-financing rate in %',
      type: 'number',
      group: 'facts',
      validation: (rule) => rule.min(0).max(100),
    }),
    defineField({
      name: 'figures',
      title: 'Figures',
      type: 'array',
      group: 'facts',
      of: [{type: 'figure'}],
    }),
    defineField({
      name: 'websites',
      title: 'Websites',
      type: 'array',
      group: 'facts',
      of: [{type: 'webAddress'}],
    }),
    defineField({
      name: 'partOf',
      title: 'Part of',
      type: 'reference',
      to: [{type: 'fund'}],
      group: 'relations',
    }),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
  ],
  preview: {
    select: {title: 'title', kind: 'kind'},
    prepare: ({title, kind}) => ({title: previewText(title), subtitle: kind}),
  },
})
