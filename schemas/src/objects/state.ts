import {defineField, defineType} from '@sanity/types'

const asOfFields = [
  defineField({
    name: 'asOf',
    title: 'As of',
    type: 'partialDate',
    description: 'The day, month or year for which this is known.',
  }),
  defineField({name: 'source', title: 'Source', type: 'reference', to: [{type: 'source'}]}),
]

/** What is known of a meeting as of a date: a fact, never worked out from the calendar. */
export const meetingState = defineType({
  name: 'meetingState',
  title: 'State',
  type: 'object',
  fields: [
    defineField({
      name: 'value',
      title: 'State',
      type: 'string',
      options: {
        list: [
          {value: 'announced', title: 'Announced'},
          {value: 'confirmed', title: 'Confirmed'},
          {value: 'held', title: 'Held'},
          {value: 'cancelled', title: 'Cancelled'},
          {value: 'unconfirmed', title: 'Announced, never confirmed'},
        ],
      },
      validation: (rule) => rule.required().error('Choose what is known of the meeting.'),
    }),
    ...asOfFields,
  ],
})

/** What is known of a policy as of a date. */
export const policyState = defineType({
  name: 'policyState',
  title: 'State',
  type: 'object',
  fields: [
    defineField({
      name: 'value',
      title: 'State',
      type: 'string',
      options: {
        list: [
          {value: 'announced', title: 'Announced'},
          {value: 'open', title: 'Open'},
          {value: 'closed', title: 'Closed'},
          {value: 'dropped', title: 'Dropped'},
        ],
      },
      validation: (rule) => rule.required().error('Choose what is known of the policy.'),
    }),
    ...asOfFields,
    defineField({
      name: 'reason',
      title: 'Why it is said by hand',
      type: 'string',
      description: 'Only when the calls’ dates say something else.',
    }),
  ],
})
