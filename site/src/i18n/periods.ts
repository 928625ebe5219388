import {parsePartialDate} from '@coworkmed/schemas/partialDates'

import {dateRangeText, dateText, dateTextWithWeekday} from './dates.ts'
import type {Translator} from './translator.ts'

/** A date as content holds it. */
interface PartialDateValue {
  value?: string
  time?: string
  approximate?: boolean
}

/** From when to when, as content holds it. */
export interface PeriodValue {
  start?: PartialDateValue
  end?: PartialDateValue
}

/** A date with its hour, and "about" where the source says so. `undefined` when there is none. */
export function partialDateText(
  date: PartialDateValue | undefined,
  t: Translator,
): string | undefined {
  const parts = parsePartialDate(date?.value)
  if (!parts) return undefined
  const day = dateText(parts, t.locale)
  if (!date?.time) return date?.approximate ? t('date.about', {date: day}) : day
  return t('date.atTime', {date: day, time: clock(date, t)})
}

/** `jeudi 5 octobre 2017, de 9 h 30 à environ 13 h`; open ends are said as such. */
export function periodText(period: PeriodValue | undefined, t: Translator): string | undefined {
  const start = parsePartialDate(period?.start?.value)
  const end = parsePartialDate(period?.end?.value)
  if (start && end && period?.start?.value !== period?.end?.value) {
    return dateRangeText(start, end, t.locale)
  }
  if (!start) return end ? bounded('date.until', period?.end, t) : undefined
  const date = dateTextWithWeekday(start, t.locale)
  const time = hoursText(period, t)
  if (time) return t('date.atTime', {date, time})
  return period?.start?.approximate ? t('date.about', {date}) : date
}

/** A period that may still go on: `depuis 2011`, `2016–2018`, `jusqu’en 2018`. */
export function openPeriodText(period: PeriodValue | undefined, t: Translator): string | undefined {
  return period?.start?.value && !period.end?.value
    ? bounded('date.from', period.start, t)
    : periodText(period, t)
}

/** `au 5 mai 2018`, `en mai 2018`: the date for which something is known. */
export const asOfText = (date: PartialDateValue | undefined, t: Translator): string | undefined =>
  bounded('date.asOf', date, t)

/** A plain calendar day (`2026-11-23`) or moment in words. */
export const dayText = (value: string | undefined, t: Translator): string | undefined =>
  partialDateText(value ? {value: value.slice(0, 10)} : undefined, t)

function bounded(
  key: 'date.asOf' | 'date.from' | 'date.until',
  date: PartialDateValue | undefined,
  t: Translator,
) {
  const parts = parsePartialDate(date?.value)
  return parts && t(key, {precision: parts.precision, date: dateText(parts, t.locale)})
}

function hoursText(period: PeriodValue | undefined, t: Translator) {
  const start = period?.start
  const end = period?.end ?? start
  if (!start?.time) return undefined
  return end?.time && end !== start
    ? t('time.range', {start: clock(start, t), end: clock(end, t)})
    : t('time.at', {time: clock(start, t)})
}

function clock({time = '', approximate}: PartialDateValue, t: Translator) {
  const [hour, minute = '00'] = time.split(':')
  const text = t('time.clock', {hour: String(Number(hour)), minute})
  return approximate ? t('time.about', {time: text}) : text
}
