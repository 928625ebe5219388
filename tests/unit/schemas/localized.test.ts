import {inLocale, localized} from '@coworkmed/schemas/localized/localized'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'

test('gives the language that was asked for', () => {
  const title = inLanguages({fr: 'Réunion', it: 'Riunione'})

  expect(localized(title, 'it')).toEqual({value: 'Riunione', locale: 'it'})
})

test('falls back along the language’s own chain, and says where the text is from', () => {
  const title = inLanguages({fr: 'Réunion', es: 'Reunión'})

  expect(localized(title, 'ca')).toEqual({value: 'Reunión', locale: 'es'})
  expect(localized(title, 'el')).toEqual({value: 'Réunion', locale: 'fr'})
})

test('takes any language rather than none', () => {
  expect(localized(inLanguages({hr: 'Sastanak'}), 'it')).toEqual({value: 'Sastanak', locale: 'hr'})
})

test('counts blank texts and empty arrays as missing', () => {
  expect(localized(inLanguages({it: '  ', fr: 'Réunion'}), 'it')?.locale).toBe('fr')
  expect(inLocale(inLanguages({it: []}), 'it')).toBeUndefined()
  expect(localized(undefined, 'fr')).toBeUndefined()
})
