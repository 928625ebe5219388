import {expect, test} from 'vitest'

import {translator} from '../../../studio/src/language/translator.ts'

const t = translator('fr-FR', {
  'fr-FR': {
    Title: 'Titre',
    'The end ({to}) lies before the beginning ({from}).':
      'Le début ({from}) est après la fin ({to}).',
    '"{value}" is not a date.': '« {value} » n’est pas une date.',
    'The page {path} has no title.': 'La page {path} n’a pas de titre.',
    'The page {path} fails: {reason}': 'La page {path} échoue : {reason}',
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

test.each([
  {
    english: 'The page /a/ fails: "1" is not a date.',
    french: 'La page /a/ échoue : « 1 » n’est pas une date.',
  },
  {
    english: 'The page /a/ fails: The page /b/ has no title.',
    french: 'La page /a/ échoue : La page /b/ n’a pas de titre.',
  },
  {english: 'The page /a/ fails: out of memory', french: 'La page /a/ échoue : out of memory'},
])('also says the reason that "$english" gives', ({english, french}) => {
  expect(t(english)).toBe(french)
})
