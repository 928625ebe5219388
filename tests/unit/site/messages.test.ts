import {localeDefinition, localeIds} from '@coworkmed/schemas/locales'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {translator} from '../../../site/src/i18n/translator.ts'
import {readPattern} from './readPattern.ts'

const folder = join(import.meta.dirname, '../../../site/src/i18n/messages')
const french = messagesOf('fr')

test('there is one messages file for each language, and no other', () => {
  expect(readdirSync(folder).toSorted()).toEqual(
    localeIds.map((locale) => `${locale}.json`).toSorted(),
  )
})

test.each(localeIds)('%s has every text of the interface, and no other', (locale) => {
  expect(Object.keys(messagesOf(locale)).toSorted()).toEqual(Object.keys(french).toSorted())
})

test.each(localeIds)(
  '%s shows the same values in each text, and asks for none that is not given',
  (locale) => {
    const own = messagesOf(locale)
    for (const [key, pattern] of Object.entries(french)) {
      const given = readPattern(pattern)
      const asked = readPattern(own[key] ?? '')
      expect.soft(asked.shown, key).toEqual(given.shown)
      expect
        .soft([...given.choosing, ...given.shown], key)
        .toEqual(expect.arrayContaining(asked.choosing))
    }
  },
)

test.each(localeIds)('%s has every plural its numbers need', (locale) => {
  const {pluralCategories} = new Intl.PluralRules(localeDefinition(locale).intl).resolvedOptions()
  for (const [key, pattern] of Object.entries(messagesOf(locale))) {
    for (const plural of readPattern(pattern).plurals) {
      expect.soft(plural, key).toEqual(expect.arrayContaining(pluralCategories))
    }
  }
})

test.each(localeIds)(
  '%s writes no straight apostrophe, which would hide a placeholder',
  (locale) => {
    for (const [key, text] of Object.entries(messagesOf(locale))) {
      expect.soft(text, key).not.toContain("'")
    }
  },
)

test.each([
  {count: 1, text: '1 typologie'},
  {count: 2, text: '2 typologies'},
])('French counts $count as "$text"', ({count, text}) => {
  expect(translator('fr')('typology.schemeCount', {count})).toBe(text)
})

test('a text may hold signs that HTML knows; they are escaped where it is shown', () => {
  expect(translator('fr')('site.leadPartner', {name: '<b>'})).toContain('<b>')
})

function messagesOf(locale: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8'))
}
