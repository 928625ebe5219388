import {expect, test} from 'vitest'

import {localizedPath, sectionPath} from '../../../site/src/i18n/localizedPath.ts'
import {documentPages} from '../../../site/src/queries/documentPages.ts'
import {sitePages} from '../../../site/src/queries/sitePages.ts'
import {contentOf, meeting, policy, slugs, state, texts} from './sampleDocuments.ts'

const florence = meeting({
  _id: 'florence',
  title: texts({fr: 'Florence', it: 'Firenze'}),
  slug: slugs({fr: 'florence-2017-10-05', it: 'firenze-2017-10-05'}),
})

test('uses the words of each language', () => {
  expect(sectionPath('meetings', 'fr')).toBe('/fr/reunions/')
  expect(localizedPath(florence, 'fr')).toBe('/fr/reunions/florence-2017-10-05/')
  expect(localizedPath(florence, 'it')).toBe('/it/riunioni/firenze-2017-10-05/')
})

test('a language without an address of its own has that of the language it falls back to', () => {
  expect(localizedPath(florence, 'el')).toBe('/el/synantiseis/florence-2017-10-05/')
})

test('a document that visitors may see in no language has no page', () => {
  const hidden = meeting({
    _id: 'hidden',
    title: texts({fr: 'Brouillon'}),
    slug: slugs({fr: 'brouillon'}),
    translations: [state('fr', 'draft')],
  })
  expect(documentPages(contentOf([hidden]), 'hidden')).toEqual([])
})

test('two documents with one address are refused, and both are named', () => {
  const twin = meeting({
    _id: 'twin',
    title: texts({fr: 'Double'}),
    slug: slugs({fr: 'florence-2017-10-05'}),
  })
  expect(() => sitePages(contentOf([florence, twin]))).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/type meeting.*florence-2017-10-05.*"florence" and "twin"/),
      document: 'twin',
      field: 'slug',
      language: expect.stringMatching(/^(ca|es|fr)$/),
    }),
  )
})

test('an address may be the same in two languages and in two types', () => {
  const bilingual = meeting({
    _id: 'a',
    title: texts({fr: 'A', en: 'A'}),
    slug: slugs({fr: 'a', en: 'a'}),
  })
  const measure = policy({_id: 'b', title: texts({fr: 'A'}), slug: slugs({fr: 'a'})})
  const content = contentOf([bilingual, measure])
  expect(documentPages(content, 'a')).toHaveLength(7)
  expect(sitePages(content).filter(({id}) => id !== null)).toHaveLength(14)
})
