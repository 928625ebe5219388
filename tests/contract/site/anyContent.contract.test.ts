import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {afterAll, expect, test} from 'vitest'

import {runs, seed} from '../../longTests.ts'
import {oddDocuments} from './anyContentArbitraries.ts'
import {anyContentSite} from './anyContentSite.ts'
import {lostWords} from './anyContentWords.ts'
import {anyContentWorld} from './anyContentWorld.ts'

const DOCUMENTS = runs(200, 2000)
const TOGETHER = 5
const GUARD_MS = runs(900_000, 7_200_000)

const real = await anyContentWorld()
const site = await anyContentSite(real)
afterAll(site.close)

test('the pages of real documents are whole, and show all that is written', async () => {
  for (const locale of ['fr', 'el'] as const) {
    const problems = await site.problems(real, locale, ({pages, findings}) =>
      lostWords({documents: real, odd: [], locale, pages, findings}),
    )
    expect(problems).toEqual([])
  }
})

test('a site that nobody has named yet is whole', async () => {
  const nameless = real
    .filter(({_type}) => _type === 'siteSettings' || _type === 'project')
    .map((document) => ({...document, title: []}))

  expect(await site.problems(nameless, 'fr', () => [])).toEqual([])
})

test(
  'whatever is in some documents, every page can be made, is valid, and shows all that is not told',
  {timeout: GUARD_MS},
  async () => {
    const odd = oddDocuments(real, TOGETHER)
    await fc.assert(
      fc.asyncProperty(odd, fc.constantFrom(...localeIds), async (documents, locale) => {
        const problems = await site.problems(documents, locale, ({pages, findings}) =>
          lostWords({documents, odd: documents, locale, pages, findings}),
        )
        expect(problems).toEqual([])
      }),
      {numRuns: DOCUMENTS / TOGETHER, ...seed},
    )
  },
)

test(
  'whatever is in a quarter of all documents, all pages in all languages can be made',
  {timeout: GUARD_MS},
  async () => {
    await fc.assert(
      fc.asyncProperty(oddDocuments(real, Math.floor(real.length / 4)), async (documents) => {
        expect(await site.problems(documents, 'all', () => [])).toEqual([])
      }),
      {numRuns: runs(1, 20), endOnFailure: true, ...seed},
    )
  },
)
