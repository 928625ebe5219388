import {formerSlugsOf} from '@coworkmed/schemas/localized/lostSlugs'
import {localeIds} from '@coworkmed/schemas/locales'

import {withdraw} from '../../../studio/src/actions/withdraw.ts'
import {history} from '../lake/history.ts'
import {expect, test} from '../lake/test.ts'
import {page} from '../../unit/schemas/pages.ts'

const florence = {_id: 'florence', _type: 'meeting', ...page({fr: 'florence-2017'})}
const everywhere = (current: string) => localeIds.map((language) => ({language, current}))

test('unpublishing leaves the text as a draft, and a tombstone, in one transaction', async ({
  lake,
}) => {
  const created = await lake.create({
    ...florence,
    formerSlugs: [{_key: 'a', _type: 'formerSlug', language: 'fr', current: 'florence'}],
  })

  await withdraw(lake, 'florence', 'unpublish', [])

  const [published, draft, tombstone] = await lake.getDocuments([
    'florence',
    'drafts.florence',
    'tombstone-florence',
  ])
  expect(published).toBeNull()
  expect(draft).toMatchObject({
    ...florence,
    _id: 'drafts.florence',
    _createdAt: created._createdAt,
  })
  expect(tombstone).toMatchObject({formerType: 'meeting', withdrawnAt: expect.any(String)})
  expect(tombstone?.['addresses']).toEqual(
    [...everywhere('florence-2017'), {language: 'fr', current: 'florence'}].map((address) =>
      expect.objectContaining(address),
    ),
  )
  const {events} = await history(lake, 'events/documents/florence?limit=1')
  expect(events['florence'][0]).toMatchObject({type: 'unpublishDocument', id: tombstone?._rev})
})

test('a draft beside it stays as it is, and remembers every address', async ({lake}) => {
  await lake.create(florence)
  await lake.create({
    ...florence,
    ...page({fr: 'firenze'}),
    _id: 'drafts.florence',
    formerSlugs: [{_key: 'own', _type: 'formerSlug', language: 'fr', current: 'toscane'}],
  })

  await withdraw(lake, 'florence', 'unpublish', [])

  const draft = await lake.getDocument('drafts.florence')
  expect(draft).toMatchObject(page({fr: 'firenze'}))
  expect(formerSlugsOf(draft ?? {})).toEqual([
    {language: 'fr', current: 'toscane'},
    ...everywhere('florence-2017'),
  ])
})

test('a page withdrawn again has one tombstone, with the addresses of both its lives', async ({
  lake,
}) => {
  await lake.create(florence)
  await withdraw(lake, 'florence', 'unpublish', [])
  await lake.patch('drafts.florence', {set: page({fr: 'firenze'})}).commit()
  const pair = {draftId: 'drafts.florence', publishedId: 'florence'}
  await lake.action({actionType: 'sanity.action.document.publish', ...pair})

  await withdraw(lake, 'florence', 'unpublish', [])

  const [tombstone, ...others] = await lake.fetch(
    '*[_type == "tombstone"]{"french": addresses[language == "fr"].current}',
  )
  expect(tombstone).toEqual({french: ['firenze', 'florence-2017']})
  expect(others).toEqual([])
})

test('deleting takes every version, and leaves the tombstone, in one transaction', async ({
  lake,
}) => {
  await lake.create(florence)
  await lake.create({...florence, _id: 'drafts.florence'})

  await withdraw(lake, 'florence', 'delete', ['florence', 'drafts.florence'])

  expect(await lake.fetch('*[]._id')).toEqual(['tombstone-florence'])
  const {events} = await history(lake, 'events/documents/florence?limit=1')
  expect(events['florence'][0]).toMatchObject({type: 'deleteDocumentGroup'})
})

test('a page that another refers to stays, and leaves no tombstone', async ({lake}) => {
  await lake.create(florence)
  await lake.create({_id: 'rome', _type: 'meeting', next: {_type: 'reference', _ref: 'florence'}})

  await expect(withdraw(lake, 'florence', 'delete', ['florence'])).rejects.toThrow(/referen/)

  expect(await lake.fetch('*[]._id | order(@)')).toEqual(['florence', 'rome'])
})

test('a page that somebody has published anew meanwhile is left alone', async ({lake}) => {
  await lake.create(florence)
  const late = {
    getDocuments: async (ids: string[]) => {
      const read = await lake.getDocuments(ids)
      await lake.patch('florence', {set: page({fr: 'firenze'})}).commit()
      return read
    },
    mutate: lake.mutate.bind(lake),
  }

  await expect(withdraw(late, 'florence', 'unpublish', [])).rejects.toThrow(/revision/i)

  expect(await lake.fetch('*[]._id')).toEqual(['florence'])
})
