import {
  isLocalizedArray,
  isPresent,
  languageOf,
  localizedItems,
} from '@coworkmed/schemas/localized/localizedItems'
import {isLocale} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'
import {anyJson} from './anyJson.ts'

test('gives the first text of each language of the site', () => {
  const items = [
    {_key: 'a', language: 'fr', value: ' '},
    {_key: 'b', language: 'fr', value: 'Un'},
    {_key: 'c', language: 'fr', value: 'Deux'},
    {_key: 'd', language: 'de', value: 'Eins'},
    {_key: 'it', value: 'Uno'},
    {language: 'EN', value: 'One'},
    null,
    'fr',
  ]

  expect(localizedItems(items)).toEqual([
    {_key: 'b', language: 'fr', value: 'Un'},
    {_key: 'it', language: 'it', value: 'Uno'},
    {_key: 'en', language: 'en', value: 'One'},
  ])
})

test.each([undefined, null, 'fr', 5, {fr: 'Un'}, []])('finds no language in %j', (value) => {
  expect(localizedItems(value)).toEqual([])
})

test('gives one item for each language, whatever stands there', () => {
  fc.assert(
    fc.property(fc.array(anyJson), (value) => {
      const items = localizedItems(value)
      const languages = items.map(({language}) => language)
      expect(languages.every(isLocale)).toBe(true)
      expect(new Set(languages).size).toBe(languages.length)
      expect(items.every((item) => isPresent(item.value))).toBe(true)
    }),
  )
})

test.each([
  {item: {language: 'fr'}, language: 'fr'},
  {item: {language: 'FR', _key: 'x'}, language: 'fr'},
  {item: {language: ' fr '}, language: 'fr'},
  {item: {_key: 'fr'}, language: 'fr'},
  {item: {language: 5, _key: 'fr'}, language: 'fr'},
  {item: {language: 'de', _key: 'fr'}, language: undefined},
  {item: {language: 'fr-FR'}, language: undefined},
  {item: {}, language: undefined},
])('$item is of the language $language', ({item, language}) => {
  expect(languageOf(item)).toBe(language)
})

test.each(['a', 0, false, ['a'], {}, {_type: 'slug', current: 'a'}, {_type: 'slug', current: 0}])(
  '%j is something',
  (value) => {
    expect(isPresent(value)).toBe(true)
  },
)

test.each([
  null,
  undefined,
  '',
  ' \n\t\u00a0',
  '\u200b\u2060\ufeff',
  '\u0000\u0007',
  '\u00ad',
  [],
  {_type: 'slug'},
  {_type: 'slug', current: ' '},
])('%j is nothing to show', (value) => {
  expect(isPresent(value)).toBe(false)
})

test.each([
  {is: true, value: inLanguages({fr: 'Un'})},
  {is: true, value: [...inLanguages({fr: 'Un'}), {_key: 'x'}]},
  {is: true, value: [{_key: 'fr', value: 'Un'}]},
  {is: false, value: [{_key: 'fr', value: 'Un'}, {_key: 'other'}]},
  {is: false, value: [{_key: 'fr', _type: 'money', value: 'Un'}]},
  {is: false, value: []},
  {is: false, value: ['fr']},
])('tells whether an array is the languages of a field: $is', ({is, value}) => {
  expect(isLocalizedArray(value)).toBe(is)
})
