import {defineField, defineType} from '@sanity/types'

import {locales} from '../locales.ts'
import {isSlug} from './slugify.ts'

/** An address a page once had in one language. */
export const formerSlug = defineType({
  name: 'formerSlug',
  title: 'Former address',
  type: 'object',
  fields: [
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      options: {list: locales.map(({id, name}) => ({value: id, title: name}))},
      validation: (rule) => rule.required().error('Choose the language of the old address.'),
    }),
    defineField({
      name: 'current',
      title: 'Old address',
      type: 'string',
      validation: (rule) =>
        rule.custom((slug) =>
          slug && isSlug(slug)
            ? true
            : 'Write the last part of the old address, for example florence-2017.',
        ),
    }),
  ],
  preview: {select: {title: 'current', subtitle: 'language'}},
})
