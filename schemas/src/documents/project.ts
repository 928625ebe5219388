import {defineField, defineType} from '@sanity/types'

import {isCountryOrEmpty} from '../countries.ts'
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

/** The cooperation project itself: its names, its partners by source, what it makes. */
export const project = defineType({
  name: 'project',
  title: 'Project',
  type: 'document',
  groups,
  fields: [
    {...titleField, title: 'Name'},
    defineField({
      name: 'longName',
      title: 'Full name',
      type: 'internationalizedArrayString',
      group: 'content',
    }),
    summaryField,
    defineField({
      name: 'description',
      title: 'Description',
      type: 'internationalizedArrayRichText',
      group: 'content',
    }),
    defineField({
      name: 'otherNames',
      title: 'Other spellings',
      type: 'array',
      group: 'facts',
      of: [{type: 'alternativeName'}],
    }),
    defineField({
      name: 'period',
      title: 'From, to',
      type: 'period',
      group: 'facts',
      description: 'Sources may disagree: keep the others as statements.',
    }),
    defineField({
      name: 'programme',
      title: 'Programme',
      type: 'reference',
      to: [{type: 'fund'}],
      group: 'relations',
    }),
    defineField({
      name: 'community',
      title: 'Community',
      type: 'reference',
      to: [{type: 'fund'}],
      group: 'relations',
    }),
    defineField({
      name: 'participations',
      title: 'Partners',
      type: 'array',
      group: 'relations',
      of: [{type: 'participation'}],
    }),
    defineField({
      name: 'budget',
      title: 'Budget',
      type: 'array',
      group: 'facts',
      of: [{type: 'money'}],
    }),
    defineField({
      name: 'countries',
      title: 'Countries',
      type: 'array',
      group: 'facts',
      of: [{type: 'string', validation: (rule) => rule.custom(isCountryOrEmpty)}],
    }),
    defineField({
      name: 'figures',
      title: 'Figures',
      type: 'array',
      group: 'facts',
      of: [{type: 'figure'}],
    }),
    defineField({
      name: 'deliverables',
      title: 'Deliverables',
      type: 'array',
      group: 'facts',
      of: [{type: 'deliverable'}],
    }),
    defineField({
      name: 'websites',
      title: 'Websites',
      type: 'array',
      group: 'facts',
      of: [{type: 'webAddress'}],
    }),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
  ],
  preview: {select: {title: 'title'}, prepare: ({title}) => ({title: previewText(title)})},
})
