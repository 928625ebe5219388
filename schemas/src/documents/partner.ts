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

/** An organisation the project knows: partner, associated, guest, authority. */
export const partner = defineType({
  name: 'partner',
  title: 'Organisation',
  type: 'document',
  groups,
  fields: [
    {
      ...titleField,
      title: 'Name',
      description: 'The name in daily use. Most names are the same in every language.',
    },
    slugField,
    defineField({
      name: 'longName',
      title: 'Full name',
      type: 'internationalizedArrayString',
      group: 'content',
    }),
    summaryField,
    defineField({
      name: 'logo',
      title: 'Logo',
      type: 'picture',
      group: 'content',
      description: 'Only with its owner’s leave.',
    }),
    defineField({
      name: 'otherNames',
      title: 'Other names',
      type: 'array',
      group: 'facts',
      description: 'Former names, abbreviations, names in other languages.',
      of: [{type: 'alternativeName'}],
    }),
    defineField({name: 'legalName', title: 'Legal name', type: 'string', group: 'facts'}),
    defineField({
      name: 'legalForm',
      title: 'Legal form',
      type: 'internationalizedArrayString',
      group: 'facts',
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      group: 'facts',
      options: {
        list: [
          {value: 'regionalAuthority', title: 'Regional authority'},
          {value: 'nationalAuthority', title: 'National authority'},
          {value: 'localAuthority', title: 'Local authority'},
          {value: 'agency', title: 'Public agency'},
          {value: 'research', title: 'Research institute'},
          {value: 'incubator', title: 'Business incubator'},
          {value: 'association', title: 'Association'},
          {value: 'localActionGroup', title: 'Local action group'},
        ],
      },
    }),
    defineField({name: 'founded', title: 'Founded', type: 'partialDate', group: 'facts'}),
    defineField({name: 'place', title: 'Seat', type: 'place', group: 'facts'}),
    defineField({
      name: 'websites',
      title: 'Websites',
      type: 'array',
      group: 'facts',
      of: [{type: 'webAddress'}],
    }),
    defineField({
      name: 'people',
      title: 'People',
      type: 'array',
      group: 'relations',
      of: [{type: 'contributor'}],
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
    select: {title: 'title', city: 'place.city', country: 'place.country', media: 'logo'},
    prepare: ({title, city, country, media}) => ({
      title: previewText(title),
      subtitle: [previewText(city), country].filter(Boolean).join(', '),
      media,
    }),
  },
})
