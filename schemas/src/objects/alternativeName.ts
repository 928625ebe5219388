import {defineField, defineType} from '@sanity/types'

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
      description: 'Two letters, for example el. Leave empty when it is used in all.',
    }),
    defineField({name: 'period', title: 'From, to', type: 'period'}),
  ],
  preview: {select: {title: 'name', subtitle: 'language'}},
})
