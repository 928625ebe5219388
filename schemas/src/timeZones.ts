import {shortened} from './parse/finding.ts'

/** A validation of fields that may be empty: a time zone by its name. */
export const isTimeZoneOrEmpty = (zone: string | undefined): true | string =>
  !zone || isTimeZone(zone)
    ? true
    : `"${shortened(zone)}" is not a time zone. Write it as Europe/Rome.`

function isTimeZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', {timeZone: zone}))
  } catch {
    return false
  }
}
