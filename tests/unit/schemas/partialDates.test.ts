import {comparePartialDates, isBefore, parsePartialDate} from '@coworkmed/schemas/partialDates'
import fc from 'fast-check'
import {expect, test} from 'vitest'

test.each([
  {input: '2017-10-05', output: {precision: 'day', year: 2017, month: 10, day: 5}},
  {input: '2016-11', output: {precision: 'month', year: 2016, month: 11}},
  {input: '2011', output: {precision: 'year', year: 2011}},
  {input: '2024-02-29', output: {precision: 'day', year: 2024, month: 2, day: 29}},
  {input: '2023-02-29', output: undefined},
  {input: '0044-03-15', output: {precision: 'day', year: 44, month: 3, day: 15}},
  {input: '0044', output: {precision: 'year', year: 44}},
  {input: '0004-02-29', output: {precision: 'day', year: 4, month: 2, day: 29}},
  {input: '9999-12-31', output: {precision: 'day', year: 9999, month: 12, day: 31}},
  {input: '1900-02-29', output: undefined},
  {input: '0000', output: undefined},
  {input: '0000-01-01', output: undefined},
  {input: '44', output: undefined},
  {input: '12017', output: undefined},
  {input: '-0044', output: undefined},
  {input: '2017-1', output: undefined},
  {input: '2017-04-31', output: undefined},
  {input: '2017-10-05T09:30', output: undefined},
  {input: ' 2017', output: undefined},
  {input: '2017\n', output: undefined},
  {input: '٢٠١٧', output: undefined},
  {input: 2017, output: undefined},
  {input: null, output: undefined},
  {input: '2017-13', output: undefined},
  {input: '2017-00', output: undefined},
  {input: '5 octobre 2017', output: undefined},
  {input: '', output: undefined},
  {input: undefined, output: undefined},
])('reads $input as $output', ({input, output}) => {
  expect(parsePartialDate(input)).toEqual(output)
})

test('sorts a month before the days it holds, and never as its first day', () => {
  const dates = ['2017-10-05', '2017-10', '2017-09-30', '2017', '2017-10-01']

  expect(dates.toSorted(comparePartialDates)).toEqual([
    '2017',
    '2017-09-30',
    '2017-10',
    '2017-10-01',
    '2017-10-05',
  ])
})

test('holds a month for past only when all of it is', () => {
  expect(isBefore('2017-10', '2017-10-31')).toBe(false)
  expect(isBefore('2017-10', '2017-11-01')).toBe(true)
  expect(isBefore('2017', '2017-12-31')).toBe(false)
})

test('reads every day that a calendar has', () => {
  const days = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  })

  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10)
      expect(parsePartialDate(day)).toMatchObject({precision: 'day', day: date.getUTCDate()})
    }),
  )
})
