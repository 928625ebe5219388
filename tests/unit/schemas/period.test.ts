import {schemaTypes} from '@coworkmed/schemas'
import {expect, test} from 'vitest'

import {customValidator} from './customValidator.ts'

const period = schemaTypes.find(({name}) => name === 'period')
const zone = customValidator(period, 'timeZone')
const end = customValidator(period, 'end')

test.each([
  {start: {value: '2018-06-12'}},
  {start: {value: '2018-06'}, end: {value: '2018-06-11'}},
  {start: {value: '2018-06-12', time: '09:30'}, end: {value: '2018-06-12', time: '17:00'}},
  {start: {value: '2018-06-12', time: '09:30'}, end: {value: '2018-06-12'}},
])('$start to $end is a period', (parent) => {
  expect(end(undefined, {parent})).toBe(true)
})

test.each([
  {start: {value: '2018-06-12'}, end: {value: '2018-06-11'}},
  {start: {value: '2018-06-12', time: '09:30'}, end: {value: '2018-06-12', time: '09:00'}},
])('$start to $end is upside down', (parent) => {
  expect(end(undefined, {parent})).toMatch(/lies before the beginning/)
})

test('asks for the time zone only where an hour is shown', () => {
  const ask = (start: object) => zone(undefined, {parent: {start}})

  expect(ask({value: '2018-06-12', time: '09:30'})).toMatch(/time zone/)
  expect(ask({value: '2018-06-12'})).toBe(true)
  expect(ask({value: '2018-06', time: '09:30'})).toBe(true)
  expect(zone('Mars/Phobos', {parent: {}})).toMatch(/not a time zone/)
  expect(zone('Europe/Rome', {parent: {}})).toBe(true)
})
