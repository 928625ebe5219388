import {defineField, defineType} from '@sanity/types'

/** A website an organisation has or had: domains change. */
export const webAddress = defineType({
  name: 'webAddress',
  title: 'Website',
  type: 'object',
  fields: [
    defineField({
      name: 'url',
      title: 'Address',
      type: 'url',
      validation: (rule) => rule.required().error('Write the whole address, with https://.'),
    }),
    defineField({name: 'former', title: 'No longer in use', type: 'boolean'}),
    defineField({name: 'period', title: 'From, to', type: 'period'}),
  ],
  preview: {select: {title: 'url'}},
})
