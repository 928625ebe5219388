import {defineField, defineType} from '@sanity/types'

import {isLanguageTag} from '../languageTags.ts'

const LANGUAGE = 'Two letters, for example el. Leave empty when it is used in all.'

/** Another name something has or had: names change, and each language may have its own. */
export const alternativeName = defineType({
  name: 'alternativeName',
  title: 'Other name',
  type: 'object',
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      validation: (rule) => rule.required().error('Write the name.'),
    }),
    defineField({
      name: 'language',
      title: 'Language',
      type: 'string',
      description: LANGUAGE,
      validation: (rule) => rule.custom((code) => !code || isLanguageTag(code) || LANGUAGE),
    }),
    defineField({name: 'period', title: 'From, to', type: 'period'}),
  ],
  preview: {select: {title: 'name', subtitle: 'language'}},
})
