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

/** A typology of third places: a SKOS concept scheme, somebody's at some time. */
export const typologyScheme = defineType({
  name: 'typologyScheme',
  title: 'Typology',
  type: 'document',
  groups,
  fields: [
    titleField,
    summaryField,
    defineField({name: 'shortName', title: 'Short name', type: 'string', group: 'facts'}),
    defineField({
      name: 'publisher',
      title: 'Publisher',
      type: 'reference',
      to: [{type: 'partner'}],
      group: 'facts',
    }),
    defineField({name: 'published', title: 'Published', type: 'partialDate', group: 'facts'}),
    defineField({
      name: 'complete',
      title: 'All its terms are known to us',
      type: 'boolean',
      group: 'facts',
      description: 'No when only some of its terms are attested: the page says so.',
    }),
    defineField({
      name: 'termCount',
      title: 'Number of terms it has',
      type: 'number',
      group: 'facts',
      validation: (rule) => rule.integer().min(0),
    }),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
  ],
  preview: {
    select: {title: 'title', shortName: 'shortName'},
    prepare: ({title, shortName}) => ({title: previewText(title), subtitle: shortName}),
  },
})
