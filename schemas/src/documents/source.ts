import {defineField, defineType} from '@sanity/types'

import {isLanguageTag} from '../languageTags.ts'

const LANGUAGE = 'Two letters, for example it.'

/** A citation: what was read, where, in which language, when. */
export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      type: 'string',
      description: 'As it stands in the source, in its own language.',
      validation: (rule) => rule.required().error('Write the title of the source.'),
    }),
    defineField({name: 'publisher', title: 'Publisher', type: 'string'}),
    defineField({name: 'url', title: 'Address', type: 'url'}),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: LANGUAGE,
      validation: (rule) => rule.custom((code) => !code || isLanguageTag(code) || LANGUAGE),
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      type: 'string',
      options: {
        list: [
          'seed',
          'authority',
          'programme',
          'project',
          'partner',
          'network',
          'press',
          'study',
          'legal',
          'data',
          'blog',
          'other',
        ],
      },
    }),
    defineField({name: 'published', title: 'Published', type: 'partialDate'}),
    defineField({
      name: 'consultedOn',
      title: 'Consulted on',
      type: 'date',
      description: 'The web changes: say when you read it.',
    }),
    defineField({name: 'archivedUrl', title: 'Archived copy', type: 'url'}),
    defineField({
      name: 'note',
      title: 'Note',
      type: 'text',
      rows: 2,
      description: 'For example that only a part could be read.',
    }),
  ],
  preview: {select: {title: 'title', subtitle: 'publisher'}},
})
