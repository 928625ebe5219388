import {expect, test} from 'vitest'

import {
  asOfText,
  openPeriodText,
  partialDateText,
  periodText,
} from '../../../site/src/i18n/periods.ts'
import {translator} from '../../../site/src/i18n/translator.ts'

const fr = translator('fr')
const en = translator('en')

test('says the hours of a day, and that an end is only about right', () => {
  const when = {
    start: {value: '2017-10-05', time: '09:30'},
    end: {value: '2017-10-05', time: '13:00', approximate: true},
  }
  expect(periodText(when, fr)).toBe('jeudi 5 octobre 2017, de 9\u00a0h\u00a030 à environ 13\u00a0h')
  expect(periodText(when, en)).toMatch(/^Thursday,? 5 October 2017, .*9:30.*13:00/)
})

test('says a month as a month', () => {
  expect(periodText({start: {value: '2016-11'}}, fr)).toBe('novembre 2016')
})

test('says nothing where nothing is known', () => {
  expect(periodText(undefined, fr)).toBeUndefined()
  expect(periodText({start: {value: 'soon'}}, fr)).toBeUndefined()
  expect(partialDateText({}, fr)).toBeUndefined()
})

test('says that a period goes on, or when it ended', () => {
  expect(openPeriodText({start: {value: '2011'}}, fr)).toBe('depuis 2011')
  expect(openPeriodText({end: {value: '2018-04'}}, fr)).toBe('jusqu’en avril 2018')
  expect(openPeriodText({start: {value: '2016'}, end: {value: '2018'}}, fr)).toBe('2016–2018')
})

test('joins a date for which something is known as its precision asks', () => {
  expect(asOfText({value: '2018-05-01'}, fr)).toMatch(/au 1er mai 2018$/)
  expect(asOfText({value: '2018-05'}, fr)).toMatch(/en mai 2018$/)
})
