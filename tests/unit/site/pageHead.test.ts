import type {Meeting} from '@coworkmed/schemas/content.generated'
import type {Locale} from '@coworkmed/schemas/locales'
import {localeIds} from '@coworkmed/schemas/locales'
import {translationDigests} from '@coworkmed/schemas/localized/translationDigests'
import {expect, test} from 'vitest'

import {documentHead} from '../../../site/src/queries/pageHead.ts'
import {contentOf, meeting, slugs, state, texts} from './sampleDocuments.ts'

const florence = meeting({
  _id: 'florence',
  title: texts({fr: 'Florence', en: 'Florence', it: 'Firenze'}),
  slug: slugs({fr: 'florence', en: 'florence', it: 'firenze'}),
  translations: [state('fr', 'source'), state('it', 'machine'), state('en', 'ready')],
})

test('lists the languages that have their own text, itself among them', () => {
  for (const locale of ['fr', 'en', 'it'] as const) {
    const {alternates, canonicalPath, path} = headOf(florence, locale)
    expect(alternates.map((alternate) => alternate.locale)).toEqual(['en', 'fr', 'it'])
    expect(canonicalPath).toBe(path)
  }
})

test('a page that borrows its text points to the original and is no alternate', () => {
  const head = headOf(florence, 'hr')
  expect(head.canonicalPath).toBe('/fr/reunions/florence/')
  expect(head.alternates).toEqual([])
  expect(head.notice).toMatchObject({
    borrowedFrom: 'en',
    machine: false,
    original: {locale: 'fr', path: '/fr/reunions/florence/'},
  })
})

test('the language switch keeps the page in every language', () => {
  expect(headOf(florence, 'fr').languages.map(({locale}) => locale)).toEqual(localeIds)
})

test('a machine translation says so, a reviewed one and the original say nothing', () => {
  expect(headOf(florence, 'it').notice).toMatchObject({
    machine: true,
    borrowedFrom: undefined,
  })
  expect(headOf(florence, 'en').notice).toBeUndefined()
  expect(headOf(florence, 'fr').notice).toBeUndefined()
})

test('says that the original changed after a translation was made', () => {
  const digests = translationDigests(florence, 'fr').map((kept, index) => ({
    _key: String(index),
    _type: 'fieldDigest' as const,
    ...kept,
  }))
  const ready = state('en', 'ready', {digests, markedAt: '2026-01-01T00:00:00Z'})
  const translated = {...florence, translations: [state('fr', 'source'), ready]}
  expect(headOf(translated, 'en').notice).toBeUndefined()

  const changed = {...translated, title: texts({fr: 'Florence, 2017', en: 'Florence'})}
  expect(headOf(changed, 'en').notice?.outdated).toEqual({
    translated: '2026-01-01T00:00:00Z',
    changed: florence._updatedAt,
  })
})

const headOf = (document: Meeting, locale: Locale) =>
  documentHead(contentOf([document]), document, locale)
