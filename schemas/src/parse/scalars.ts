import {linkSchemes} from '../linkSchemes.ts'
import {parsePartialDate} from '../partialDates.ts'
import {expectations} from './expectations.ts'
import type {Parser} from './parser.ts'
import {leaveOut} from './place.ts'
import {MOST_CHARACTERS} from './textLimits.ts'

/** A text. Characters that HTML does not allow are taken out of it. */
export const parseText: Parser = (value, place) => {
  if (typeof value !== 'string') return leaveOut(place, expectations.text, value)
  if (value.length > MOST_CHARACTERS.text) return leaveOut(place, expectations.long, value)
  if (isFit(value)) return value
  leaveOut(place, expectations.characters, value)
  return value.toWellFormed().replace(ALL_UNFIT, '')
}

const isFit = (text: string) => !SUSPICIOUS.test(text) || (text.isWellFormed() && !UNFIT.test(text))

/** Control characters and noncharacters. @see https://html.spec.whatwg.org/#text-content */
const CONTROLS = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`
const UNFIT = new RegExp(String.raw`[${CONTROLS}\ufdd0-\ufdef\p{Noncharacter_Code_Point}]`, 'u')
const ALL_UNFIT = new RegExp(UNFIT, 'gu')
/** The same and all that is written in two halves: quick to look for, and seldom there. */
const SUSPICIOUS = new RegExp(String.raw`[${CONTROLS}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]`)

/** A finite number: JSON can write 1e999. */
export const parseNumber: Parser = (value, place) =>
  typeof value === 'number' && Number.isFinite(value)
    ? value
    : leaveOut(place, expectations.number, value)

/** The same for numbers that may be missing, in objects of Sanity's own. */
export const parseNumberOrNone: Parser = (value, place, parent) =>
  value === undefined || value === null ? undefined : parseNumber(value, place, parent)

export const parseBoolean: Parser = (value, place) =>
  typeof value === 'boolean' ? value : leaveOut(place, expectations.boolean, value)

/** A calendar day: `2026-11-23`. */
export const parseDate: Parser = (value, place) =>
  parsePartialDate(value)?.precision === 'day' ? value : leaveOut(place, expectations.date, value)

/** A moment, ISO 8601. */
export const parseDatetime: Parser = (value, place) =>
  isDatetime(value) ? value : leaveOut(place, expectations.datetime, value)

/** Whether a value is a moment as Sanity writes them: `2026-11-23T12:00:00Z`. */
export const isDatetime = (value: unknown): value is string =>
  typeof value === 'string' &&
  parsePartialDate(value.slice(0, 10)) !== undefined &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) &&
  new Date(value).getUTCFullYear() <= 9999 // not a number for what is no moment

/** An absolute address with a scheme that links may have. */
export const parseUrl: Parser = (value, place) => {
  const url = typeof value === 'string' ? URL.parse(value) : null
  const isAllowed =
    url && isFit(String(value)) && linkSchemes.some((scheme) => url.protocol === `${scheme}:`)
  return isAllowed ? value : leaveOut(place, expectations.url, value)
}
