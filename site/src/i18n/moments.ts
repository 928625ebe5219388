import {parsePartialDate} from '@coworkmed/schemas/partialDates'
import {Temporal} from 'temporal-polyfill'

/** Days begin and end where the programme has its seat, wherever the machine stands. */
const TIME_ZONE = 'Europe/Brussels'

/**
 * The first moment (ISO 8601, UTC) after a date that may be as vague as a year: midnight at its end, in a time zone.
 * `undefined` for what is no date.
 */
export function momentAfter(date: string | undefined, timeZone = TIME_ZONE): string | undefined {
  const parts = parsePartialDate(date)
  if (!parts) return undefined
  const {year} = parts
  const month = 'month' in parts ? parts.month : 1
  const day = 'day' in parts ? parts.day : 1
  const next = Temporal.PlainDate.from({year, month, day}).add({[`${parts.precision}s`]: 1})
  return next
    .toZonedDateTime({timeZone, plainTime: '00:00'})
    .toInstant()
    .toString({fractionalSecondDigits: 3})
}
