import {formerSlugLine} from '@coworkmed/schemas/localized/formerSlug'
import {tombstoneOf} from '@coworkmed/schemas/localized/tombstoneOf'
import {localeIds} from '@coworkmed/schemas/locales'
import {expect, test} from 'vitest'

import {page} from './pages.ts'

test('names every address the page answered at, present and former, each once', () => {
  const published = {
    _id: 'florence',
    _type: 'meeting',
    ...page({fr: 'florence-2017'}),
    formerSlugs: [
      formerSlugLine({language: 'fr', current: 'florence'}),
      formerSlugLine({language: 'fr', current: 'florence-2017'}),
    ],
  }

  const {addresses, ...rest} = tombstoneOf(published, '2026-12-03T09:00:00.000Z')

  expect(rest).toEqual({
    _id: 'tombstone-florence',
    _type: 'tombstone',
    formerType: 'meeting',
    withdrawnAt: '2026-12-03T09:00:00.000Z',
  })
  expect(addresses.map(({language, current}) => `${language}/${current}`)).toEqual([
    ...localeIds.map((language) => `${language}/florence-2017`),
    'fr/florence',
  ])
  expect(new Set(addresses.map(({_key}) => _key)).size).toBe(addresses.length)
})
