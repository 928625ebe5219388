import {defineField, defineType} from '@sanity/types'

import {pageTypes} from '../pageTypes.ts'

/** What is left of a page that was withdrawn: where it stood, so that its addresses can say that it is gone. */
export const tombstone = defineType({
  name: 'tombstone',
  title: 'Withdrawn page',
  type: 'document',
  readOnly: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'formerType',
      title: 'Was a page of',
      type: 'string',
      options: {list: [...pageTypes]},
    }),
    defineField({
      name: 'addresses',
      title: 'Addresses',
      type: 'array',
      of: [{type: 'formerSlug'}],
    }),
    defineField({name: 'withdrawnAt', title: 'Withdrawn on', type: 'datetime'}),
  ],
  preview: {select: {title: 'addresses.0.current', subtitle: 'withdrawnAt'}},
})
