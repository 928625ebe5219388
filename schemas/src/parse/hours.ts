import {isRecord} from '../isRecord.ts'
import {hasHour} from '../hasHour.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import type {Place} from './place.ts'
import {inside, leaveOut} from './place.ts'
import {withChanges} from './withChanges.ts'

/** A parser of what has dates in a time zone of its own. */
export const withTimeZone =
  (parse: Parser): Parser =>
  (value, place, parent) => {
    const zone = isRecord(value) ? value.timeZone : undefined
    return parse(value, typeof zone === 'string' ? {...place, timeZone: zone} : place, parent)
  }

/** A parser of dates: an hour that the clocks of their time zone skip on that day is left out. */
export const withHour =
  (parse: Parser): Parser =>
  (value, place, parent) => {
    const date = parse(value, place, parent)
    const zone = timeZoneAt(place)
    if (!isRecord(date) || typeof date.time !== 'string' || typeof date.value !== 'string')
      return date
    if (zone === undefined || hasHour(zone, date.value, date.time)) return date
    leaveOut(inside(place, 'time'), expectations.hour, date.time)
    return withChanges(date, {time: undefined})
  }

function timeZoneAt(place: Place) {
  for (let at: Place | undefined = place; at; at = at.above) if (at.timeZone) return at.timeZone
  return undefined
}
