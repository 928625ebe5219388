import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'

/** A public body behind a policy, and what it does for it. */
export const authority = defineType({
  name: 'authority',
  title: 'Authority',
  type: 'object',
  fields: [
    defineField({
      name: 'partner',
      title: 'Organisation',
      type: 'reference',
      to: [{type: 'partner'}],
    }),
    defineField({
      name: 'name',
      title: 'Name',
      type: 'string',
      description: 'Only when the organisation has no document of its own.',
    }),
    defineField({
      name: 'role',
      title: 'Role',
      type: 'string',
      options: {
        list: [
          {value: 'decides', title: 'decides'},
          {value: 'operates', title: 'operates'},
          {value: 'pays', title: 'pays'},
        ],
      },
    }),
  ],
  preview: {
    select: {title: 'partner.title', name: 'name', subtitle: 'role'},
    prepare: ({title, name, subtitle}) => ({title: previewText(title) || name, subtitle}),
  },
})
