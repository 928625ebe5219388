import {isCurrency} from '@coworkmed/schemas/currencies'
import {expect, test} from 'vitest'

test.each(['EUR', 'HRK', 'GRD', 'ITL', 'USD'])('%s is a currency', (code) => {
  expect(isCurrency(code)).toBe(true)
})

test.each(['XXX', 'ZZZ', 'QQQ', 'eur', '€', 'EU', 'EURO', '', ' EUR', 978, null, ['EUR']])(
  '%j is none',
  (code) => {
    expect(isCurrency(code)).toBe(false)
  },
)

test('a number is written in every currency that is one', () => {
  for (const code of Intl.supportedValuesOf('currency').filter(isCurrency))
    expect(new Intl.NumberFormat('fr', {style: 'currency', currency: code}).format(1)).toMatch(/1/)
})
