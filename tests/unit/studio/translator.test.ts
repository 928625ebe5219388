import {expect, test} from 'vitest'

import {translator} from '../../../studio/src/language/translator.ts'

const t = translator('fr-FR', {
  'fr-FR': {
    Title: 'Titre',
    'The end ({to}) lies before the beginning ({from}).':
      'Le début ({from}) est après la fin ({to}).',
    '"{value}" is not a date.': '« {value} » n’est pas une date.',
  },
})

test('says a word in the language, or in English where it has none', () => {
  expect(t('Title')).toBe('Titre')
  expect(t('Summary')).toBe('Summary')
  expect(translator('it-IT', {})('Title')).toBe('Title')
})

test.each([
  {
    english: 'The end (2018) lies before the beginning (2019).',
    french: 'Le début (2019) est après la fin (2018).',
  },
  {english: '"5 (or 6)?" is not a date.', french: '« 5 (or 6)? » n’est pas une date.'},
  {english: '"$& $1 {to}" is not a date.', french: '« $& $1 {to} » n’est pas une date.'},
])('keeps the values of "$english"', ({english, french}) => {
  expect(t(english)).toBe(french)
})
