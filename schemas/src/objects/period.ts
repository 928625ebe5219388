import {defineField, defineType} from '@sanity/types'

import {isRecord} from '../isRecord.ts'

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
          const from = valueOf(parent, 'start')
          const to = valueOf(parent, 'end')
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
        rule.custom((zone) =>
          !zone || isTimeZone(zone)
            ? true
            : `"${zone}" is not a time zone. Write it as Europe/Rome.`,
        ),
    }),
  ],
})

function valueOf(parent: unknown, name: 'start' | 'end') {
  const date = isRecord(parent) ? parent[name] : undefined
  return isRecord(date) && typeof date.value === 'string' ? date.value : undefined
}

function isTimeZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: zone}))
  } catch {
    return false
  }
}
