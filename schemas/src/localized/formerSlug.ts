import {defineField, defineType} from '@sanity/types'

import {locales} from '../locales.ts'
import type {LocaleSlug} from './publicSlugs.ts'
import {slugProblem} from './addressSlug.ts'

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
          slug
            ? (slugProblem(slug) ?? true)
            : 'Write the last part of the old address, for example florence-2017.',
        ),
    }),
  ],
  preview: {select: {title: 'current', subtitle: 'language'}},
})

/** An old address as a document holds it. The key follows from it, so that whoever adds it twice adds it once. */
export const formerSlugLine = ({language, current}: LocaleSlug) => ({
  _type: formerSlug.name,
  _key: `${language}-${current}`,
  language,
  current,
})
