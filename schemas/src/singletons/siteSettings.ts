import {defineField, defineType} from '@sanity/types'

import {inSomeLanguage} from '../localized/fields.ts'
import {translationsField} from '../localized/translationState.ts'

/** What every page of the site shares. There is exactly one. */
export const siteSettings = defineType({
  name: 'siteSettings',
  title: 'Site settings',
  type: 'document',
  groups: [
    {name: 'identity', title: 'Identity', default: true},
    {name: 'funding', title: 'EU funding'},
    {name: 'legal', title: 'Legal'},
    {name: 'languages', title: 'Languages'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the site',
      type: 'internationalizedArrayString',
      group: 'identity',
      validation: (rule) => rule.custom(inSomeLanguage),
    }),
    defineField({
      name: 'heading',
      title: 'Heading of the home page',
      type: 'internationalizedArrayString',
      group: 'identity',
    }),
    defineField({
      name: 'introduction',
      title: 'Introduction of the home page',
      type: 'internationalizedArrayText',
      group: 'identity',
    }),
    defineField({
      name: 'project',
      title: 'Project',
      type: 'reference',
      to: [{type: 'project'}],
      group: 'identity',
    }),
    defineField({
      name: 'acknowledgement',
      title: 'EU funding acknowledgement',
      type: 'acknowledgement',
      group: 'funding',
      description: 'Stands on top of every page. Amounts are printed only when filled in.',
    }),
    defineField({
      name: 'publisher',
      title: 'Publisher of the site',
      type: 'reference',
      to: [{type: 'partner'}],
      group: 'legal',
    }),
    defineField({
      name: 'email',
      title: 'Contact address',
      type: 'string',
      group: 'legal',
      validation: (rule) => rule.email().error('Write a whole e-mail address.'),
    }),
    defineField({name: 'host', title: 'Hosted by', type: 'text', rows: 3, group: 'legal'}),
    translationsField,
  ],
  preview: {prepare: () => ({title: 'Site settings'})},
})
