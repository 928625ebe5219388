import {defineField, defineType} from '@sanity/types'

import {translationsField} from '../localized/translationState.ts'

/**
 * The accessibility statement, as the model of the Directive asks for it. There is exactly one.
 * @see Directive (EU) 2016/2102; Implementing Decision (EU) 2018/1523
 */
export const accessibilityStatement = defineType({
  name: 'accessibilityStatement',
  title: 'Accessibility statement',
  type: 'document',
  groups: [
    {name: 'content', title: 'Statement', default: true},
    {name: 'languages', title: 'Languages'},
  ],
  fields: [
    defineField({
      name: 'compliance',
      title: 'State of compliance',
      type: 'string',
      group: 'content',
      description: '"Fully" needs an audit. Do not claim more than was checked.',
      options: {
        list: [
          {value: 'notAssessed', title: 'Not yet assessed'},
          {value: 'partial', title: 'Partially compliant'},
          {value: 'full', title: 'Fully compliant'},
          {value: 'none', title: 'Not compliant'},
        ],
      },
      initialValue: 'notAssessed',
      validation: (rule) => rule.required().error('Choose the state of compliance.'),
    }),
    defineField({
      name: 'standard',
      title: 'Measured against',
      type: 'string',
      group: 'content',
      description: 'For example EN 301 549, WCAG 2.1 AA.',
    }),
    defineField({
      name: 'barriers',
      title: 'What is not accessible',
      type: 'array',
      group: 'content',
      of: [{type: 'barrier'}],
    }),
    defineField({name: 'preparedOn', title: 'Prepared on', type: 'date', group: 'content'}),
    defineField({
      name: 'reviewedOn',
      title: 'Last reviewed on',
      type: 'date',
      group: 'content',
      description: 'At least once a year.',
    }),
    defineField({
      name: 'method',
      title: 'How it was checked',
      type: 'internationalizedArrayText',
      group: 'content',
    }),
    defineField({
      name: 'email',
      title: 'Where to report a barrier',
      type: 'string',
      group: 'content',
      validation: (rule) => rule.email().error('Write a whole e-mail address.'),
    }),
    defineField({
      name: 'enforcementBodies',
      title: 'Enforcement bodies',
      type: 'array',
      group: 'content',
      of: [{type: 'enforcementBody'}],
    }),
    translationsField,
  ],
  preview: {prepare: () => ({title: 'Accessibility statement'})},
})
