import {localeDefinition} from '@coworkmed/schemas/locales'
import type {Locale} from '@coworkmed/schemas/locales'
import type {PartialDateParts} from '@coworkmed/schemas/partialDates'

/** `1er novembre 2016`, `novembre 2016` or `2016`: never more than is known. */
export function dateText(date: PartialDateParts, locale: Locale): string {
  if (date.precision === 'day') return dayText(date, locale, {month: 'long', year: 'numeric'})
  return date.precision === 'month'
    ? intl(locale, {month: 'long', year: 'numeric'}).format(moment(date))
    : intl(locale, {year: 'numeric'}).format(moment(date))
}

/** `jeudi 5 octobre 2017` for a day; months and years as `dateText` gives them. */
export const dateTextWithWeekday = (date: PartialDateParts, locale: Locale): string =>
  date.precision === 'day'
    ? dayText(date, locale, {weekday: 'long', month: 'long', year: 'numeric'})
    : dateText(date, locale)

/** `oct. 2017` or `5 oct. 2017`, where there is little room. */
export function shortDateText(date: PartialDateParts, locale: Locale): string {
  if (date.precision === 'year') return dateText(date, locale)
  return date.precision === 'month'
    ? intl(locale, {month: 'short', year: 'numeric'}).format(moment(date))
    : dayText(date, locale, {month: 'short', year: 'numeric'})
}

/** `5–6 octobre 2017`, `juin – décembre 2017`, `2016–2018`: what both ends share is said once. */
export function dateRangeText(
  start: PartialDateParts,
  end: PartialDateParts,
  locale: Locale,
): string {
  const to = dateText(end, locale)
  const from = shortenedStart(start, end, locale)
  return /^\d+$/.test(from) ? `${from}–${to}` : `${from} – ${to}`
}

/** The parts of a date, as a large figure with month and year beside it needs them. */
export function dateParts(date: PartialDateParts, locale: Locale) {
  const year = intl(locale, {year: 'numeric'}).format(moment(date))
  if (date.precision === 'year') return {year}
  if (date.precision === 'month') return {month: monthAlone(date, locale), year}
  const parts = intl(locale, {day: 'numeric', month: 'long', year: 'numeric'}).formatToParts(
    moment(date),
  )
  const month = parts.find((part) => part.type === 'month')?.value
  return {day: dayNumber(date.day, locale), month: withoutElision(month), year}
}

function shortenedStart(start: PartialDateParts, end: PartialDateParts, locale: Locale) {
  const sameYear = start.year === end.year
  if (start.precision === 'day' && end.precision === 'day' && sameYear) {
    return start.month === end.month
      ? dayNumber(start.day, locale)
      : dayText(start, locale, {month: 'long'})
  }
  if (start.precision === 'month' && end.precision !== 'year' && sameYear) {
    return monthAlone(start, locale)
  }
  return dateText(start, locale)
}

/** The month in the nominative: alone, Greek and Croatian would give the genitive. */
function monthAlone(date: PartialDateParts, locale: Locale) {
  const parts = intl(locale, {month: 'long', year: 'numeric'}).formatToParts(moment(date))
  return parts.find((part) => part.type === 'month')?.value ?? ''
}

function dayText(
  date: PartialDateParts & {precision: 'day'},
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
) {
  const format = intl(locale, {day: 'numeric', ...options})
  const first = firstOfMonth(date.day, locale)
  if (first === undefined) return format.format(moment(date))
  return format
    .formatToParts(moment(date))
    .map(({type, value}) => (type === 'day' ? first : value))
    .join('')
}

/** The day as it stands before its month: `1er` in French, `5.` in Croatian. */
const dayNumber = (day: number, locale: Locale) =>
  firstOfMonth(day, locale) ?? intl(locale, {day: 'numeric'}).format(Date.UTC(2000, 0, day))

const firstOfMonth = (day: number, locale: Locale) =>
  day === 1 ? localeDefinition(locale).firstOfMonth : undefined

/** Catalan ties the month to its day (`d’octubre`); beside a large figure it stands alone. */
const withoutElision = (month = '') => month.replace(/^d[’']/, '').replace(/^de /, '')

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
const moment = (date: PartialDateParts) =>
  new Date(0).setUTCFullYear(
    date.year,
    date.precision === 'year' ? 0 : date.month - 1,
    date.precision === 'day' ? date.day : 1,
  )

const formats = new Map<string, Intl.DateTimeFormat>()

function intl(locale: Locale, options: Intl.DateTimeFormatOptions) {
  const id = `${locale} ${JSON.stringify(options)}`
  const known = formats.get(id)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeDefinition(locale).intl, {
    ...options,
    timeZone: 'UTC',
  })
  formats.set(id, made)
  return made
}
