import {defineField, defineType} from '@sanity/types'

import {isRecord} from '../isRecord.ts'
import {parsePartialDate} from '../partialDates.ts'
import {isTimeZoneOrEmpty} from '../timeZones.ts'
import {HOUR} from './partialDate.ts'

/** From when to when, in the time zone of the place. */
export const period = defineType({
  name: 'period',
  title: 'When',
  type: 'object',
  fields: [
    defineField({name: 'start', title: 'From', type: 'partialDate'}),
    defineField({
      name: 'end',
      title: 'To',
      type: 'partialDate',
      description: 'Leave empty when it is one day and the end is not known.',
      validation: (rule) =>
        rule.custom((_, {parent}) => {
          const from = momentOf(parent, 'start')
          const to = momentOf(parent, 'end')
          if (!from || !to || to.slice(0, from.length) >= from.slice(0, to.length)) return true
          return `The end (${to}) lies before the beginning (${from}).`
        }),
    }),
    defineField({
      name: 'timeZone',
      title: 'Time zone',
      type: 'string',
      description: 'Of the place, for example Europe/Rome. Needed when there are hours.',
      validation: (rule) =>
        rule.custom((zone, {parent}) => {
          if (!zone && hasHours(parent))
            return 'Write the time zone of the place: there is an hour.'
          return isTimeZoneOrEmpty(zone)
        }),
    }),
  ],
})

/** A date, with its hour where there is one; "2016-11" and "2016-11-03 09:30" compare as far as both go. */
function momentOf(parent: unknown, name: 'start' | 'end') {
  const date = isRecord(parent) ? parent[name] : undefined
  if (!isRecord(date) || typeof date.value !== 'string' || !parsePartialDate(date.value))
    return undefined
  return hasHour(date) ? `${date.value} ${date.time}` : date.value
}

/** Whether an hour counts: one that was written beside a day that is a mere month by now is neither shown nor asked about. */
const hasHour = (date: Record<string, unknown>): date is {value: string; time: string} =>
  typeof date.time === 'string' &&
  HOUR.test(date.time) &&
  parsePartialDate(date.value)?.precision === 'day'

const hasHours = (span: unknown) =>
  isRecord(span) && [span.start, span.end].some((date) => isRecord(date) && hasHour(date))
