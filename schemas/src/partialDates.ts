/** How much of a date is known. */
export type DatePrecision = 'year' | 'month' | 'day'

/** A date that says no more than is known; month and day count from 1. */
export type PartialDateParts =
  | {precision: 'year'; year: number}
  | {precision: 'month'; year: number; month: number}
  | {precision: 'day'; year: number; month: number; day: number}

/**
 * Reads `2017`, `2016-11` or `2017-10-05` (ISO 8601, reduced precision); anything else is `undefined`.
 * Days that no calendar has, such as 2017-02-30, are refused.
 */
export function parsePartialDate(value: unknown): PartialDateParts | undefined {
  const match = typeof value === 'string' ? /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) : null
  if (!match) return undefined
  const year = Number(match[1])
  if (year === 0) return undefined
  if (match[2] === undefined) return {precision: 'year', year}
  const month = Number(match[2])
  if (month < 1 || month > 12) return undefined
  if (match[3] === undefined) return {precision: 'month', year, month}
  const day = Number(match[3])
  return day >= 1 && day <= daysIn(year, month) ? {precision: 'day', year, month, day} : undefined
}

/**
 * Orders two dates without inventing what is not known: years first, then months, then days and hours.
 * Where one is less precise and the rest is equal, it comes first, as a heading before what it holds.
 */
export function comparePartialDates(a: string | undefined, b: string | undefined): number {
  const left = a ?? ''
  const right = b ?? ''
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether all of a date, however vaguely known, lies before a day given as `2026-11-23`. */
export function isBefore(date: string, day: string): boolean {
  return date < day.slice(0, date.length)
}

const daysIn = (year: number, month: number) =>
  new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate()
