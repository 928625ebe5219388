import type {Say} from './say.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The hour on the day itself, with the date on any other: `10:42`, `3 Dec, 10:42`. Takes ISO 8601. */
export function shortTime(locale: string, time: string, now: number): string {
  const date = new Date(time)
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat(locale, {
    ...(isSameDay(time, now) ? {} : {day: 'numeric', month: 'short'}),
    ...(isThisYear ? {} : {year: 'numeric'}),
    hour: '2-digit',
    minute: '2-digit',
  }).format(date)
}

/** Whether a moment lies in the present day, as this computer counts days. */
export const isSameDay = (time: string, now: number): boolean =>
  new Date(time).toDateString() === new Date(now).toDateString()

/** Date and time to the second, for whoever needs it exactly. */
export const exactTime = (locale: string, time: string): string =>
  new Intl.DateTimeFormat(locale, {dateStyle: 'full', timeStyle: 'medium'}).format(new Date(time))

/** How long ago in the largest unit that fits: `2 minutes ago`. */
export function ago(say: Say, time: string, now: number): string {
  const passed = now - Date.parse(time)
  const format = new Intl.RelativeTimeFormat(say.locale, {numeric: 'auto'})
  if (passed < MINUTE_MS) return say('just now')
  if (passed < HOUR_MS) return format.format(-Math.floor(passed / MINUTE_MS), 'minute')
  if (passed < DAY_MS) return format.format(-Math.floor(passed / HOUR_MS), 'hour')
  return format.format(-Math.floor(passed / DAY_MS), 'day')
}

/** A duration in the unit that people count it in, by its sign: `12 ms`, `0.4 s`, `3 min`, `9 h`. */
export function duration(locale: string, ms: number): string {
  if (ms < 100) return inUnit(locale, Math.round(ms), 'ms')
  if (ms < MINUTE_MS) return inUnit(locale, ms / 1000, 's')
  if (ms < HOUR_MS) return inUnit(locale, Math.round(ms / MINUTE_MS), 'min')
  return inUnit(locale, Math.round(ms / HOUR_MS), 'h')
}

/** The signs are the same in all languages; `Intl` would write "0.4 secs" in some. */
const inUnit = (locale: string, value: number, sign: string) =>
  `${new Intl.NumberFormat(locale, {maximumFractionDigits: value < 10 ? 1 : 0}).format(value)}\u00A0${sign}`
