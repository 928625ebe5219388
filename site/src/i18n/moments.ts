import {parsePartialDate} from '@coworkmed/schemas/partialDates'
import {Temporal} from 'temporal-polyfill'

/** Days begin and end where the programme has its seat, wherever the machine stands. */
const TIME_ZONE = 'Europe/Brussels'

/** A date as content holds it, with an hour where there is one. */
interface DateWithHour {
  value?: string
  time?: string
}

/**
 * The moment (ISO 8601, UTC) at which a date has surely come: at its hour, else when its day begins; a month or a year
 * only once it is over. `undefined` for what is no date.
 */
export function momentOf(
  date: DateWithHour | undefined,
  timeZone?: string | undefined,
): string | undefined {
  const parts = parsePartialDate(date?.value)
  if (parts?.precision !== 'day') return momentAfter(date?.value, timeZone)
  return momentAt(
    Temporal.PlainDate.from(parts),
    timeZone,
    HOUR.test(date?.time ?? '') ? date?.time : undefined,
  )
}

/**
 * The first moment (ISO 8601, UTC) after a date that may be as vague as a year: midnight at its end, in a time zone.
 * `undefined` for what is no date.
 */
export function momentAfter(
  date: string | undefined,
  timeZone?: string | undefined,
): string | undefined {
  const parts = parsePartialDate(date)
  if (!parts) return undefined
  const {year} = parts
  const month = 'month' in parts ? parts.month : 1
  const day = 'day' in parts ? parts.day : 1
  const next = Temporal.PlainDate.from({year, month, day}).add({[`${parts.precision}s`]: 1})
  return momentAt(next, timeZone)
}

/** The moment from which on nothing is in time any more: at the hour of a date, else when the date is over. */
export const momentOfEnd = (
  date: DateWithHour | undefined,
  timeZone?: string | undefined,
): string | undefined =>
  HOUR.test(date?.time ?? '') ? momentOf(date, timeZone) : momentAfter(date?.value, timeZone)

const HOUR = /^([01]\d|2[0-3]):[0-5]\d$/

function momentAt(day: Temporal.PlainDate, timeZone: string | undefined, plainTime = '00:00') {
  const moment = day
    .toZonedDateTime({timeZone: isTimeZone(timeZone) ? timeZone : TIME_ZONE, plainTime})
    .toInstant()
    .toString({fractionalSecondDigits: 3})
  return moment.startsWith('+') ? LAST_MOMENT : moment
}

/** Moments are compared as texts, and a year of five digits begins with a sign: what is "for ever" ends here. */
const LAST_MOMENT = '9999-12-31T23:59:59.999Z'

/** Officers write the name of a zone by hand; one that nobody knows must not stop a publish. */
function isTimeZone(name: string | undefined): name is string {
  try {
    return (
      name !== undefined &&
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name) !== undefined
    )
  } catch {
    return false
  }
}
