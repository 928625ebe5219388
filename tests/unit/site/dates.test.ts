import {parsePartialDate} from '@coworkmed/schemas/partialDates'
import {localeIds} from '@coworkmed/schemas/locales'
import {expect, test} from 'vitest'

import {
  dateParts,
  dateRangeText,
  dateText,
  dateTextWithWeekday,
} from '../../../site/src/i18n/dates.ts'

test.each([
  {locale: 'fr', value: '2017-10-05', text: '5 octobre 2017'},
  {locale: 'fr', value: '2017-06-01', text: '1er juin 2017'},
  {locale: 'fr', value: '2016-11', text: 'novembre 2016'},
  {locale: 'fr', value: '2011', text: '2011'},
  {locale: 'it', value: '2017-10-05', text: '5 ottobre 2017'},
  {locale: 'it', value: '2017-09-01', text: '1º settembre 2017'},
  {locale: 'it', value: '2016-11', text: 'novembre 2016'},
  {locale: 'es', value: '2017-10-05', text: '5 de octubre de 2017'},
  {locale: 'ca', value: '2017-10-05', text: '5 d’octubre del 2017'},
  {locale: 'ca', value: '2017-10', text: 'octubre del 2017'},
  {locale: 'el', value: '2017-10-05', text: '5 Οκτωβρίου 2017'},
  {locale: 'el', value: '2017-10', text: 'Οκτώβριος 2017'},
  {locale: 'hr', value: '2017-10-05', text: '5. listopada 2017.'},
  {locale: 'hr', value: '2017-10', text: 'listopad 2017.'},
  {locale: 'en', value: '2017-10-05', text: '5 October 2017'},
] as const)('writes $value in $locale as $text', ({locale, value, text}) => {
  expect(dateText(parsed(value), locale)).toBe(text)
})

test('says the day of the week of a day, and of nothing vaguer', () => {
  expect(dateTextWithWeekday(parsed('2017-10-05'), 'fr')).toBe('jeudi 5 octobre 2017')
  expect(dateTextWithWeekday(parsed('2017-10-01'), 'fr')).toBe('dimanche 1er octobre 2017')
  expect(dateTextWithWeekday(parsed('2017-10'), 'fr')).toBe('octobre 2017')
})

test.each(localeIds)('never says a day of a month in %s when only the month is known', (locale) => {
  for (let month = 1; month <= 12; month += 1) {
    const value = `2016-${String(month).padStart(2, '0')}`
    expect(dateText(parsed(value), locale).replace('2016', '')).not.toMatch(/\d/)
  }
})

test.each([
  {locale: 'fr', from: '2017-10-05', to: '2017-10-06', text: '5–6 octobre 2017'},
  {locale: 'fr', from: '2017-10-01', to: '2017-10-03', text: '1er – 3 octobre 2017'},
  {locale: 'fr', from: '2017-09-30', to: '2017-10-01', text: '30 septembre – 1er octobre 2017'},
  {locale: 'fr', from: '2016-12-30', to: '2017-01-02', text: '30 décembre 2016 – 2 janvier 2017'},
  {locale: 'fr', from: '2016-10', to: '2018-04', text: 'octobre 2016 – avril 2018'},
  {locale: 'fr', from: '2017-02', to: '2017-06', text: 'février – juin 2017'},
  {locale: 'fr', from: '2016', to: '2018', text: '2016–2018'},
  {locale: 'it', from: '2017-10-05', to: '2017-10-06', text: '5–6 ottobre 2017'},
  {locale: 'hr', from: '2017-10-05', to: '2017-10-06', text: '5. – 6. listopada 2017.'},
  {locale: 'el', from: '2017-02', to: '2017-06', text: 'Φεβρουάριος – Ιούνιος 2017'},
] as const)('writes $from to $to in $locale as $text', ({locale, from, to, text}) => {
  expect(dateRangeText(parsed(from), parsed(to), locale)).toBe(text)
})

test.each([
  {locale: 'fr', value: '2017-10-05', parts: {day: '5', month: 'octobre', year: '2017'}},
  {locale: 'fr', value: '2017-10-01', parts: {day: '1er', month: 'octobre', year: '2017'}},
  {locale: 'ca', value: '2017-10-05', parts: {day: '5', month: 'octubre', year: '2017'}},
  {locale: 'el', value: '2017-10-05', parts: {day: '5', month: 'Οκτωβρίου', year: '2017'}},
  {locale: 'el', value: '2017-10', parts: {month: 'Οκτώβριος', year: '2017'}},
  {locale: 'hr', value: '2017', parts: {year: '2017.'}},
] as const)('takes $value in $locale apart for the large figure', ({locale, value, parts}) => {
  expect(dateParts(parsed(value), locale)).toEqual(parts)
})

function parsed(value: string) {
  const date = parsePartialDate(value)
  if (!date) throw new Error(`${value} is not a date.`)
  return date
}
