import {expect, test} from 'vitest'

import {momentAfter, momentOf, momentOfEnd} from '../../../site/src/i18n/moments.ts'

test.each([
  {
    date: {value: '2022-10-03', time: '15:00'},
    zone: 'Europe/Athens',
    at: '2022-10-03T12:00:00.000Z',
  },
  {
    date: {value: '2022-01-03', time: '15:00'},
    zone: 'Europe/Athens',
    at: '2022-01-03T13:00:00.000Z',
  },
  {date: {value: '2022-10-03'}, zone: 'Europe/Paris', at: '2022-10-02T22:00:00.000Z'},
  {date: {value: '2022-10-03'}, zone: undefined, at: '2022-10-02T22:00:00.000Z'},
  {date: {value: '2022-10-03', time: '15:00'}, zone: 'Atlantis', at: '2022-10-03T13:00:00.000Z'},
  {date: {value: '2022-10-03', time: 'noon'}, zone: undefined, at: '2022-10-02T22:00:00.000Z'},
  {date: {value: '2022-10'}, zone: undefined, at: '2022-10-31T23:00:00.000Z'},
  {date: {value: '2022'}, zone: undefined, at: '2022-12-31T23:00:00.000Z'},
  {date: {value: 'soon'}, zone: undefined, at: undefined},
  {date: undefined, zone: undefined, at: undefined},
])('$date in $zone has surely come at $at', ({date, zone, at}) => {
  expect(momentOf(date, zone)).toBe(at)
})

test.each([
  {date: {value: '2022-10-03', time: '15:00'}, at: '2022-10-03T13:00:00.000Z'},
  {date: {value: '2022-10-03'}, at: '2022-10-03T22:00:00.000Z'},
  {date: {value: '2024-02'}, at: '2024-02-29T23:00:00.000Z'},
])('$date is over at $at', ({date, at}) => {
  expect(momentOfEnd(date)).toBe(at)
})

test.each(['9999-12-31', '9999-12', '9999'])(
  '%s is not over as long as years have four digits',
  (value) => {
    expect(momentOfEnd({value}, 'America/New_York')).toBe('9999-12-31T23:59:59.999Z')
  },
)

test('the day on which summer time begins is an hour shorter', () => {
  expect(momentOf({value: '2026-03-29'})).toBe('2026-03-28T23:00:00.000Z')
  expect(momentAfter('2026-03-29')).toBe('2026-03-29T22:00:00.000Z')
})
