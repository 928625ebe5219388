import {isCountry, isCountryOrEmpty} from '@coworkmed/schemas/countries'
import {expect, test} from 'vitest'

test.each(['FR', 'GR', 'HR', 'XK', 'GB'])('%s is a country', (code) => {
  expect(isCountry(code)).toBe(true)
})

test.each(['EL', 'EU', 'UN', 'ZZ', 'XA', 'QO', 'AA', 'fr', 'FRA', 'F', '', ' FR', 'Ελ', 33, null])(
  '%j is none',
  (code) => {
    expect(isCountry(code)).toBe(false)
  },
)

test('a field may be empty, and says how to write a country', () => {
  for (const empty of [undefined, null, '']) expect(isCountryOrEmpty(empty)).toBe(true)
  expect(isCountryOrEmpty('IT')).toBe(true)
  expect(isCountryOrEmpty('EL')).toMatch(/GR for Greece/)
})
