import {localeIds} from '@coworkmed/schemas/locales'
import {expect, test} from 'vitest'

import {movedAddresses} from '../../../site/src/queries/movedAddresses.ts'
import {sitePages} from '../../../site/src/queries/sitePages.ts'
import {contentOf, formerSlugs, meeting, slugs, state, texts, tombstone} from './sampleDocuments.ts'

const florence = meeting({
  _id: 'florence',
  title: texts({fr: 'Florence', it: 'Firenze'}),
  slug: slugs({fr: 'florence-2017', it: 'firenze-2017'}),
})
const marseille = meeting({
  _id: 'marseille',
  title: texts({fr: 'Marseille'}),
  slug: slugs({fr: 'marseille-2016'}),
})

test('a former address leads to where the page is now in its language', () => {
  const moved = {
    ...florence,
    formerSlugs: formerSlugs('fr florence', 'it Firenze_2017.html', 'hr firenca'),
  }
  expect(redirectsOf([moved])).toEqual({
    '/fr/reunions/florence/': '/fr/reunions/florence-2017/',
    '/hr/sastanci/firenca/': '/hr/sastanci/florence-2017/',
    '/it/riunioni/Firenze_2017.html/': '/it/riunioni/firenze-2017/',
  })
})

test('an address that was left long ago leads straight to the page, not along its way', () => {
  const moved = {...florence, formerSlugs: formerSlugs('fr first', 'fr second')}
  expect(Object.values(redirectsOf([moved]))).toEqual([
    '/fr/reunions/florence-2017/',
    '/fr/reunions/florence-2017/',
  ])
})

test('an address that has a page is no redirect, whoever had it before', () => {
  const back = {...florence, formerSlugs: formerSlugs('fr florence-2017', 'fr marseille-2016')}
  expect(redirectsOf([back, marseille])).toEqual({})
  const swapped = {...marseille, formerSlugs: formerSlugs('fr florence-2017')}
  expect(redirectsOf([back, swapped])).toEqual({})
})

test('of two documents that had one address, the younger has it, in whatever order they come', () => {
  const older = {...florence, formerSlugs: formerSlugs('fr assembly')}
  const younger = {
    ...marseille,
    _createdAt: '2026-06-01T00:00:00Z',
    formerSlugs: formerSlugs('fr assembly'),
  }
  const to = {'/fr/reunions/assembly/': '/fr/reunions/marseille-2016/'}
  expect(redirectsOf([older, younger])).toEqual(to)
  expect(redirectsOf([younger, older])).toEqual(to)
})

test('a withdrawn page is gone from where it stood, and from where it stood before', () => {
  const left = tombstone({
    _id: 'tombstone-florence',
    formerType: 'meeting',
    addresses: formerSlugs('fr florence-2017', 'it firenze-2017', 'fr florence'),
  })
  expect(goneOf([left])).toEqual([
    '/fr/reunions/florence-2017/',
    '/fr/reunions/florence/',
    '/it/riunioni/firenze-2017/',
  ])
})

test('at its hour a document leaves every address it had', () => {
  const passing = {
    ...florence,
    unpublishAt: '2026-11-23T13:00:00+01:00',
    formerSlugs: formerSlugs('fr florence'),
  }
  expect(goneOf([passing], '2026-11-23T11:59:59.999Z')).toEqual([])
  const gone = goneOf([passing], '2026-11-23T12:00:00.000Z')
  expect(gone).toHaveLength(localeIds.length + 1)
  expect(gone).toContain('/fr/reunions/florence/')
  expect(gone).toContain('/el/synantiseis/florence-2017/')
})

test('a document that is not out yet says nothing of any address', () => {
  const coming = {
    ...florence,
    publishAt: '2027-01-01T00:00:00Z',
    formerSlugs: formerSlugs('fr florence'),
  }
  expect(movedAddresses(contentOf([coming]))).toEqual({moved: [], gone: []})
})

test('a page wins over a redirect, and a redirect over a withdrawn page', () => {
  const left = tombstone({
    _id: 'tombstone-x',
    formerType: 'meeting',
    addresses: formerSlugs('fr florence-2017', 'fr florence', 'fr x'),
  })
  const moved = {...florence, formerSlugs: formerSlugs('fr florence')}
  expect(goneOf([left, moved])).toEqual(['/fr/reunions/x/'])
  expect(Object.keys(redirectsOf([left, moved]))).toEqual(['/fr/reunions/florence/'])
})

test('a document that visitors may see in no language any more is gone from where it stood', () => {
  const hidden = {
    ...marseille,
    translations: [state('fr', 'draft')],
    formerSlugs: formerSlugs('fr marseille'),
  }
  expect(goneOf([hidden])).toEqual(['/fr/reunions/marseille/'])
})

test.each(['', '..', 'a/b', 'a b', '<b>', 'ü'])('"%s" was never an address', (current) => {
  const odd = {...florence, formerSlugs: formerSlugs(`fr ${current}`)}
  expect(movedAddresses(contentOf([odd]))).toEqual({moved: [], gone: []})
})

test('every address of the site is there once, and old ones say what became of them', () => {
  const moved = {...florence, formerSlugs: formerSlugs('fr florence', 'fr x', 'fr marseille-2016')}
  const left = tombstone({
    _id: 'tombstone-x',
    formerType: 'meeting',
    addresses: formerSlugs('fr x', 'fr y'),
  })
  const pages = sitePages(contentOf([moved, marseille, left]))
  const paths = pages.map(({path}) => path)
  expect(new Set(paths).size).toBe(paths.length)
  expect(pages.filter(({view}) => view === 'moved')).toMatchObject([
    {path: '/fr/reunions/florence/', id: 'florence', to: '/fr/reunions/florence-2017/'},
    {path: '/fr/reunions/x/', id: 'florence', to: '/fr/reunions/florence-2017/'},
  ])
  expect(pages.filter(({view}) => view === 'gone')).toMatchObject([
    {path: '/fr/reunions/y/', id: null, section: 'meetings', file: 'fr/reunions/y/index.html'},
  ])
  expect(pages.map(({file}) => file)).toEqual(expect.arrayContaining(['_redirects', '_gone']))
})

const redirectsOf = (documents: Parameters<typeof contentOf>[0]) =>
  Object.fromEntries(movedAddresses(contentOf(documents)).moved.map(({path, to}) => [path, to]))

const goneOf = (documents: Parameters<typeof contentOf>[0], now?: string) =>
  movedAddresses(contentOf(documents, now)).gone.map(({path}) => path)
