import {isRecord} from '../isRecord.ts'
import {hasHour} from '../hasHour.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {inside, leaveOut} from './place.ts'
import {withChanges} from './withChanges.ts'

/** A parser of what has dates in a time zone of its own: an hour that the zone skips on that day is left out. */
export const withHours =
  (parse: Parser, dates: readonly string[]): Parser =>
  (value, place, parent) => {
    const parsed = parse(value, place, parent)
    const zone = isRecord(parsed) ? parsed.timeZone : undefined
    if (!isRecord(parsed) || typeof zone !== 'string') return parsed
    const changes = dates.flatMap((name): [string, unknown][] => {
      const date = parsed[name]
      if (!isRecord(date) || typeof date.time !== 'string' || typeof date.value !== 'string')
        return []
      if (hasHour(zone, date.value, date.time)) return []
      leaveOut(inside(inside(place, name), 'time'), expectations.hour, date.time)
      return [[name, withChanges(date, {time: undefined})]]
    })
    return withChanges(parsed, Object.fromEntries(changes))
  }
