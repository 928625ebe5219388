import {defineField, defineType} from '@sanity/types'

import {
  editorialNoteField,
  formerSlugsField,
  groups,
  slugField,
  sourcesField,
  statementsField,
  summaryField,
  titleField,
} from '../localized/fields.ts'
import {previewText} from '../localized/previewText.ts'
import {translationsField} from '../localized/translationState.ts'
import {publishAtField, unpublishAtField} from '../schedule/fields.ts'

/** A meeting of the project: transnational, regional, steering committee; often several at once. */
export const meeting = defineType({
  name: 'meeting',
  title: 'Meeting',
  type: 'document',
  groups,
  fields: [
    titleField,
    slugField,
    summaryField,
    defineField({
      name: 'theme',
      title: 'Theme',
      type: 'internationalizedArrayString',
      group: 'content',
      description: 'What the meeting was about, as its organisers put it.',
    }),
    defineField({name: 'image', title: 'Image', type: 'picture', group: 'content'}),
    defineField({
      name: 'report',
      title: 'Report',
      type: 'internationalizedArrayRichText',
      group: 'content',
    }),
    defineField({
      name: 'takeaways',
      title: 'Takeaways',
      type: 'array',
      group: 'content',
      description:
        'What the meeting taught, one thing each, with the policies and types it speaks of.',
      of: [{type: 'takeaway'}],
    }),
    defineField({
      name: 'when',
      title: 'When',
      type: 'period',
      group: 'facts',
      description:
        'As precisely as it is known. A month is a month: it is never shown as its first day.',
    }),
    defineField({
      name: 'kinds',
      title: 'Kinds',
      type: 'array',
      group: 'facts',
      description: 'A meeting may be several at once.',
      of: [{type: 'string'}],
      options: {
        list: [
          {value: 'transnational', title: 'Transnational meeting'},
          {value: 'regionalWorkingGroup', title: 'Regional working group'},
          {value: 'steeringCommittee', title: 'Steering committee'},
          {value: 'seminar', title: 'Seminar'},
          {value: 'finalConference', title: 'Final conference'},
        ],
      },
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'sequence',
      title: 'Number in its series',
      type: 'number',
      group: 'facts',
      description: 'For example 2 for the second of the four transnational meetings.',
      validation: (rule) => rule.integer().positive(),
    }),
    defineField({name: 'state', title: 'State', type: 'meetingState', group: 'facts'}),
    defineField({name: 'place', title: 'Place', type: 'place', group: 'facts'}),
    defineField({name: 'online', title: 'Online', type: 'boolean', group: 'facts'}),
    defineField({
      name: 'participations',
      title: 'Organisations',
      type: 'array',
      group: 'relations',
      description: 'Who organised, supported, was invited.',
      of: [{type: 'participation'}],
    }),
    defineField({
      name: 'sessions',
      title: 'Programme',
      type: 'array',
      group: 'facts',
      of: [{type: 'session'}],
    }),
    defineField({
      name: 'contributors',
      title: 'People',
      type: 'array',
      group: 'relations',
      of: [{type: 'contributor'}],
    }),
    defineField({name: 'attendance', title: 'Attendance', type: 'figure', group: 'facts'}),
    defineField({
      name: 'relatedMeetings',
      title: 'Meetings the report mentions',
      type: 'array',
      group: 'relations',
      of: [{type: 'reference', to: [{type: 'meeting'}]}],
      validation: (rule) => rule.unique(),
    }),
    statementsField,
    sourcesField,
    editorialNoteField,
    translationsField,
    publishAtField,
    unpublishAtField,
    formerSlugsField,
  ],
  orderings: [
    {name: 'latest', title: 'Latest first', by: [{field: 'when.start.value', direction: 'desc'}]},
    {
      name: 'earliest',
      title: 'Earliest first',
      by: [{field: 'when.start.value', direction: 'asc'}],
    },
  ],
  preview: {
    select: {
      title: 'title',
      date: 'when.start.value',
      city: 'place.city',
      kinds: 'kinds',
      media: 'image',
    },
    prepare: ({title, date, city, media}) => ({
      title: previewText(title),
      subtitle: [date, previewText(city)].filter(Boolean).join(' · '),
      media,
    }),
  },
})
