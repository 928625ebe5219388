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
  expect(localizedPath(contentOf([florence]), florence, 'fr')).toBe(
    '/fr/reunions/florence-2017-10-05/',
  )
  expect(localizedPath(contentOf([florence]), florence, 'it')).toBe(
    '/it/riunioni/firenze-2017-10-05/',
  )
})

test('a language without an address of its own has that of the language it falls back to', () => {
  expect(localizedPath(contentOf([florence]), florence, 'el')).toBe(
    '/el/synantiseis/florence-2017-10-05/',
  )
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

test('of two documents with one address the older keeps it, borrowed ones included; the other has none in that language alone', () => {
  const twin = meeting({
    _id: 'twin',
    _createdAt: '2025-01-01T00:00:00Z',
    title: texts({fr: 'Double', en: 'Twin'}),
    slug: slugs({fr: 'Florence-2017-10-05', en: 'twin'}),
  })
  const content = contentOf([florence, twin])
  const pages = sitePages(content).filter(({id}) => id)

  expect(new Set(pages.map(({path}) => path.toLowerCase())).size).toBe(pages.length)
  expect(localizedPath(content, florence, 'fr')).toBeUndefined()
  expect(localizedPath(content, florence, 'it')).toBe('/it/riunioni/firenze-2017-10-05/')
  expect(localizedPath(content, twin, 'fr')).toBe('/fr/reunions/Florence-2017-10-05/')
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
