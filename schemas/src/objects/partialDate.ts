import {defineField, defineType} from '@sanity/types'

import {shortened} from '../parse/finding.ts'
import {parsePartialDate} from '../partialDates.ts'

/** An hour of the day: `09:30`. */
export const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/

/** A date as precisely as it is known: a year, a month or a day, with the hour where there is one. */
export const partialDate = defineType({
  name: 'partialDate',
  title: 'Date',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'value',
      title: 'Date',
      type: 'string',
      description: 'As far as it is known: 2017-10-05, or 2016-11 for a month, or 2011 for a year.',
      placeholder: '2017-10-05',
      validation: (rule) =>
        rule.custom((value) => {
          if (!value) return true
          return parsePartialDate(value)
            ? true
            : `"${shortened(value)}" is not a date. Write 2017-10-05, 2016-11 or 2011.`
        }),
    }),
    defineField({
      name: 'time',
      title: 'Hour',
      type: 'string',
      description: 'Local time on the spot, for example 09:30.',
      placeholder: '09:30',
      hidden: ({parent}) => parsePartialDate(parent?.value)?.precision !== 'day',
      validation: (rule) =>
        rule.regex(HOUR).error('Write the hour with two digits on each side: 09:30.'),
    }),
    defineField({
      name: 'approximate',
      title: 'About',
      type: 'boolean',
      description: 'The source says "about".',
    }),
  ],
  preview: {
    select: {value: 'value', time: 'time'},
    prepare: ({value, time}) => ({title: [value, time].filter(Boolean).join(' ')}),
  },
})
