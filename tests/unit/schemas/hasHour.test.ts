import {hasHour} from '@coworkmed/schemas/hasHour'
import {expect, test} from 'vitest'

const SKIPPED = [
  {zone: 'Europe/Rome', day: '2017-03-26', hours: ['02:00', '02:30', '02:59']},
  {zone: 'Europe/Athens', day: '2018-03-25', hours: ['03:00', '03:30', '03:59']},
  {zone: 'America/New_York', day: '2018-03-11', hours: ['02:00', '02:30', '02:59']},
  {zone: 'Europe/London', day: '2018-03-25', hours: ['01:30']},
  {zone: 'Australia/Lord_Howe', day: '2018-10-07', hours: ['02:15']},
]

test.each(SKIPPED)('$zone skips $hours on $day', ({zone, day, hours}) => {
  for (const hour of hours) expect(hasHour(zone, day, hour), hour).toBe(false)
})

test.each([
  {zone: 'Europe/Rome', day: '2017-03-26', hours: ['00:00', '01:59', '03:00', '23:59']},
  {zone: 'Europe/Athens', day: '2018-03-25', hours: ['02:59', '04:00']},
  {zone: 'America/New_York', day: '2018-03-11', hours: ['01:59', '03:00']},
  {zone: 'Europe/Rome', day: '2017-03-27', hours: ['02:30']},
  {zone: 'Australia/Lord_Howe', day: '2018-10-07', hours: ['01:59', '02:30']},
])('$zone has $hours on $day', ({zone, day, hours}) => {
  for (const hour of hours) expect(hasHour(zone, day, hour), hour).toBe(true)
})

test.each([
  {zone: 'Europe/Rome', day: '2017-10-29', hour: '02:30'},
  {zone: 'Europe/Athens', day: '2018-10-28', hour: '03:30'},
  {zone: 'America/New_York', day: '2018-11-04', hour: '01:30'},
])('$zone has $hour twice on $day', ({zone, day, hour}) => {
  expect(hasHour(zone, day, hour)).toBe(true)
})

test('a zone without summer time has every hour', () => {
  for (const zone of ['UTC', 'Asia/Tokyo', '+02:00'])
    expect(hasHour(zone, '2017-03-26', '02:30')).toBe(true)
})

test('days of long ago have their hours', () => {
  expect(hasHour('Europe/Rome', '0044-03-15', '09:30')).toBe(true)
  expect(hasHour('Europe/Rome', '0001-01-01', '00:00')).toBe(true)
  expect(hasHour('Europe/Rome', '9999-12-31', '23:59')).toBe(true)
})

test.each([
  {zone: 'Mars/Phobos', day: '2017-03-26', hour: '02:30'},
  {zone: '', day: '2017-03-26', hour: '02:30'},
  {zone: 'Europe/Rome', day: '2017-03', hour: '02:30'},
  {zone: 'Europe/Rome', day: '2017-02-30', hour: '02:30'},
  {zone: 'Europe/Rome', day: 'soon', hour: '02:30'},
  {zone: 'Europe/Rome', day: '2017-03-26', hour: '9h30'},
])('says nothing against $hour on $day in $zone, which is none', ({zone, day, hour}) => {
  expect(hasHour(zone, day, hour)).toBe(true)
})
