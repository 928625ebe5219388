import {formerSlugLine} from '@coworkmed/schemas/localized/formerSlug'
import {formerSlugsOf, lostSlugs} from '@coworkmed/schemas/localized/lostSlugs'
import {publicSlugs} from '@coworkmed/schemas/localized/publicSlugs'
import {localeIds} from '@coworkmed/schemas/locales'
import fc from 'fast-check'
import {expect, test} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'
import {edits, page} from './pages.ts'

test('a changed address is lost in the language itself and in those that borrow it', () => {
  const before = page({fr: 'florence', es: 'florencia'})
  const after = page({fr: 'florence-2017', es: 'florencia'})

  expect(lostSlugs(before, after)).toEqual(
    ['el', 'en', 'fr', 'hr', 'it'].map((language) => ({language, current: 'florence'})),
  )
})

test('an address of its own loses a language the one that it had borrowed', () => {
  const before = page({fr: 'florence'})
  const after = page({fr: 'florence', it: 'firenze'})

  expect(lostSlugs(before, after)).toEqual([{language: 'it', current: 'florence'}])
})

test('a language that is hidden from visitors loses its own address', () => {
  const before = page({fr: 'florence', it: 'firenze'})
  const after = {...before, translations: [{language: 'it', state: 'draft'}]}

  expect(lostSlugs(before, after)).toEqual([{language: 'it', current: 'firenze'}])
})

test('nothing is lost that is listed already', () => {
  const before = page({fr: 'florence'})
  const listed = localeIds.map((language) => formerSlugLine({language, current: 'florence'}))

  expect(lostSlugs(before, {...page({fr: 'firenze'}), formerSlugs: listed})).toEqual([])
})

test('going back to an older text does not lose the addresses it did not know of', () => {
  const published = {
    ...page({fr: 'florence'}),
    formerSlugs: [formerSlugLine({language: 'fr', current: 'toscane'})],
  }

  expect(lostSlugs(published, page({fr: 'florence'}))).toEqual([
    {language: 'fr', current: 'toscane'},
  ])
})

test('half an address, and one that no server could have had, are left out', () => {
  const published = {
    title: inLanguages({fr: 'Florence'}),
    formerSlugs: [{language: 'fr'}, {current: 'a'}, {language: 'fr', current: 'a/b'}, null],
  }

  expect(lostSlugs(published, {})).toEqual([])
})

test('every address that was ever public is the present one or a former one, whatever officers do', () => {
  fc.assert(
    fc.property(edits, (steps) => {
      const everPublic = new Set<string>()
      let published: object | undefined
      for (const {draft, publish} of steps) {
        if (!publish) continue
        const lost = published ? lostSlugs(published, draft) : []
        published = {...draft, formerSlugs: [...draft.formerSlugs, ...lost.map(formerSlugLine)]}

        for (const slug of publicSlugs(published)) everPublic.add(nameOf(slug))
        const answering = [...publicSlugs(published), ...formerSlugsOf(published)].map(nameOf)
        expect([...everPublic].filter((address) => !answering.includes(address))).toEqual([])
      }
    }),
    {numRuns: 500},
  )
})

const nameOf = ({language, current}: {language: string; current: string}) =>
  `${language}/${current}`
