import type {Figure} from '@coworkmed/schemas/content.generated'
import {expect, test} from 'vitest'

import {translator} from '../../../site/src/i18n/translator.ts'
import {figureAmount, moneyAmount, moneyText} from '../../../site/src/queries/amounts.ts'
import {citations} from '../../../site/src/queries/citations.ts'
import {contentOf, date, texts} from './sampleDocuments.ts'

const none = citations(contentOf([]), undefined)
const NBSP = '\u00a0'
const THIN = '\u202f'

test.each([
  {locale: 'fr', bound: 'exact', amount: 156574.36, text: `156${THIN}574,36${NBSP}€`},
  {locale: 'fr', bound: 'upTo', amount: 4000, text: `jusqu’à 4${THIN}000${NBSP}€`},
  {locale: 'es', bound: 'exact', amount: 4000, text: `4.000${NBSP}€`},
  {locale: 'it', bound: 'exact', amount: 4000, text: `4.000${NBSP}€`},
  {locale: 'en', bound: 'exact', amount: 4000, text: '€4,000'},
  {locale: 'fr', bound: 'atLeast', amount: 1_000_000_000, text: `au moins 1${NBSP}Md${NBSP}€`},
] as const)('writes $amount ($bound) in $locale as $text', ({locale, bound, amount, text}) => {
  expect(moneyText({_type: 'money', bound, amount, currency: 'EUR'}, translator(locale))).toBe(text)
})

test('keeps a currency that no longer exists, and converts nothing', () => {
  const kuna = {_type: 'money', bound: 'exact', amount: 15_000_000, currency: 'HRK'} as const
  expect(moneyText(kuna, translator('fr'))).toBe(`15${THIN}000${THIN}000${NBSP}HRK`)
})

test('writes both ends of a range, and nothing when one is missing', () => {
  const range = {
    _type: 'money',
    bound: 'range',
    min: 75_000,
    max: 150_000,
    currency: 'EUR',
  } as const
  expect(moneyText(range, translator('fr'))).toBe(`75${THIN}000–150${THIN}000${NBSP}€`)
  expect(
    moneyText({_type: 'money', bound: 'range', min: 1, currency: 'EUR'}, translator('fr')),
  ).toBeUndefined()
})

test('says what an amount is for, its status, its tax and its date', () => {
  const money = {
    _type: 'money',
    bound: 'upTo',
    amount: 2000,
    currency: 'EUR',
    basis: 'perPerson',
    status: 'announced',
    vatIncluded: false,
    asOf: date('2014-05'),
  } as const
  const amount = moneyAmount(money, translator('fr'), none)
  expect(amount?.text).toBe(`jusqu’à 2${THIN}000${NBSP}€ par personne`)
  expect(amount?.notes.slice(0, 2)).toEqual(['annoncé', 'hors TVA'])
  expect(amount?.notes[2]).toMatch(/mai 2014$/)
})

test('writes figures with their unit and bound', () => {
  const figure: Figure = {
    _type: 'figure',
    label: texts({fr: 'privés'}),
    value: 66.7,
    unit: '%',
    bound: 'about',
  }
  const amount = figureAmount(figure, translator('fr'), none)
  expect(amount?.label).toEqual({value: 'privés', locale: 'fr'})
  expect(amount?.text).toMatch(/^environ 66,7\s%$/)
})

test('shows nothing where there is no amount', () => {
  expect(moneyAmount(undefined, translator('fr'), none)).toBeUndefined()
  expect(figureAmount(undefined, translator('fr'), none)).toBeUndefined()
})
