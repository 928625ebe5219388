import {parsePartialDate} from '@coworkmed/schemas/partialDates'

/**
 * A date as seed files write it: `2011`, `2016-11`, `2017-10-05`, `2017-10-05 09:30`,
 * each with `about` before it where the source says so. Throws with the path when it is none of these.
 */
export function partialDateFromText(text: string, path: string) {
  const match = /^(about )?(\d{4}(?:-\d{2}){0,2})(?: (\d{2}:\d{2}))?$/.exec(text)
  const [, about, value, time] = match ?? []
  const precision = parsePartialDate(value)?.precision
  if (!precision || (time && precision !== 'day')) {
    throw new Error(`${path}: "${text}" is not a date. Write 2016-11 or "2017-10-05 09:30".`)
  }
  return {
    _type: 'partialDate',
    value,
    ...(time ? {time} : {}),
    ...(about ? {approximate: true} : {}),
  }
}
