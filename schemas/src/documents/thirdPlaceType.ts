import {defineField, defineType} from '@sanity/types'

import {
  editorialNoteField,
  formerSlugsField,
  groups,
  slugField,
  sourcesField,
  statementsField,
  summaryField,
  titleField,
} from '../localized/fields.ts'
import {previewText} from '../localized/previewText.ts'
import {translationsField} from '../localized/translationState.ts'
import {publishAtField, unpublishAtField} from '../schedule/fields.ts'

/** A kind of third place: a SKOS concept. A place has several, and each belongs to one or more typologies. */
export const thirdPlaceType = defineType({
  name: 'thirdPlaceType',
  title: 'Third-place type',
  type: 'document',
  groups,
  fields: [
    {
      ...titleField,
      title: 'Preferred name',
      description: 'The word this project uses (skos:prefLabel).',
    },
    slugField,
    summaryField,
    defineField({
      name: 'otherNames',
      title: 'Other names',
      type: 'array',
      group: 'content',
      description: 'Synonyms and spellings (skos:altLabel).',
      of: [{type: 'alternativeName'}],
    }),
    defineField({
      name: 'definitions',
      title: 'Definitions',
      type: 'array',
      group: 'content',
      of: [{type: 'definition'}],
    }),
    defineField({
      name: 'figures',
      title: 'Figures',
      type: 'array',
      group: 'facts',
      of: [{type: 'figure'}],
    }),
    defineField({
      name: 'schemes',
      title: 'Typologies',
      type: 'array',
      group: 'relations',
      of: [{type: 'schemeMembership'}],
    }),
    defineField({
      name: 'broader',
      title: 'Is a kind of',
      type: 'reference',
      to: [{type: 'thirdPlaceType'}],
      group: 'relations',
    }),
    defineField({
      name: 'related',
      title: 'Related, but not a kind of it',
      type: 'array',
      group: 'relations',
      of: [{type: 'reference', to: [{type: 'thirdPlaceType'}]}],
      validation: (rule) => rule.unique(),
    }),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
    publishAtField,
    unpublishAtField,
    formerSlugsField,
  ],
  preview: {
    select: {title: 'title', broader: 'broader.title'},
    prepare: ({title, broader}) => ({title: previewText(title), subtitle: previewText(broader)}),
  },
})
