import {defineField, defineType} from '@sanity/types'

import {previewText} from '../localized/previewText.ts'
import {isTimeZoneOrEmpty} from '../timeZones.ts'

/** One round of applications: opening, deadlines, and whether it goes on. */
export const call = defineType({
  name: 'call',
  title: 'Call',
  type: 'object',
  fields: [
    defineField({name: 'label', title: 'Name', type: 'internationalizedArrayString'}),
    defineField({name: 'opens', title: 'Opens', type: 'partialDate'}),
    defineField({name: 'closes', title: 'Closes', type: 'partialDate'}),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      description: 'For example Europe/Athens.',
      validation: (rule) => rule.custom(isTimeZoneOrEmpty),
    }),
    defineField({
      name: 'deadlines',
      title: 'Deadlines on the way',
      type: 'array',
      of: [{type: 'partialDate'}],
    }),
    defineField({
      name: 'rolling',
      title: 'Open without an end',
      type: 'boolean',
      description: 'Applications are taken at any time, judged at each deadline.',
    }),
    defineField({name: 'exhaustedOn', title: 'Money spent on', type: 'partialDate'}),
    defineField({name: 'resultsOn', title: 'Results published on', type: 'partialDate'}),
  ],
  preview: {
    select: {title: 'label', opens: 'opens.value', closes: 'closes.value'},
    prepare: ({title, opens, closes}) => ({
      title: previewText(title) || 'Call',
      subtitle: `${opens ?? '?'} – ${closes ?? '?'}`,
    }),
  },
})
