import type {SanityClient} from '@sanity/client'

import {decode} from './decode.ts'
import {expect, test} from './test.ts'

interface Entry {
  id: string
  author: string
  documentIDs: string[]
  mutations?: object[]
  effects: Record<string, {apply: unknown[]; revert: unknown[]}>
}

const history = (lake: SanityClient, path: string) =>
  lake.request({url: `/data/history/${lake.config().dataset}/${path}`})

async function transactions(lake: SanityClient, path: string): Promise<Entry[]> {
  const lines = String(await history(lake, `transactions/${path}`))
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

/** A meeting that is drafted, edited, published, edited again, and unpublished. */
async function lived(lake: SanityClient) {
  const pair = {draftId: 'drafts.spring', publishedId: 'spring'}
  const run = async (transactionId: string, action: Parameters<SanityClient['action']>[0]) =>
    lake.action(action, {transactionId})
  await run('create', {
    actionType: 'sanity.action.document.create',
    publishedId: 'spring',
    attributes: {_id: 'drafts.spring', _type: 'meeting', title: 'Spring', text: 'first'},
    ifExists: 'fail',
  })
  const edit = {actionType: 'sanity.action.document.edit', ...pair} as const
  await run('edit', {...edit, patch: {set: {text: 'second'}}})
  await run('publish', {actionType: 'sanity.action.document.publish', ...pair})
  await run('edit-again', {...edit, patch: {set: {text: 'third'}}})
  await run('unpublish', {actionType: 'sanity.action.document.unpublish', ...pair})
}

test('tells the events of a document, newest first, in pages', async ({lake}) => {
  await lived(lake)

  const all = await history(lake, 'events/documents/spring')
  expect(all).toMatchObject({nextCursor: ''})
  expect(all.events.spring).toMatchObject([
    {type: 'unpublishDocument', versionId: 'drafts.spring', versionRevisionId: 'edit-again'},
    {
      type: 'publishDocumentVersion',
      author: 'local-officer',
      revisionId: 'publish',
      versionId: 'drafts.spring',
      versionRevisionId: 'edit',
    },
  ])
  const draft = await history(lake, 'events/documents/drafts.spring')
  expect(draft.events['drafts.spring'].map(({type}: {type: string}) => type)).toEqual([
    'createDocumentVersion',
    'publishDocumentVersion',
    'createDocumentVersion',
  ])
  const page = await history(lake, 'events/documents/drafts.spring?limit=2')
  const rest = await history(
    lake,
    `events/documents/drafts.spring?limit=2&nextCursor=${page.nextCursor}`,
  )
  expect([...page.events['drafts.spring'], ...rest.events['drafts.spring']]).toEqual(
    draft.events['drafts.spring'],
  )
})

test('tells of documents that live without drafts', async ({lake}) => {
  await lake.create({_id: 'settings', _type: 'siteSettings'})
  await lake.patch('settings').set({title: 'COWORKMed'}).commit()
  await lake.delete('settings')

  const {events} = await history(lake, 'events/documents/settings')
  expect(events.settings.map(({type}: {type: string}) => type)).toEqual([
    'deleteDocumentGroup',
    'updateLiveDocument',
    'createLiveDocument',
  ])
})

test('lists transactions with effects that rebuild every revision', async ({lake}) => {
  await lived(lake)
  const entries = await transactions(
    lake,
    'spring,drafts.spring?effectFormat=mendoza&excludeContent=true&excludeMutations=true&includeIdentifiedDocumentsOnly=true',
  )
  expect(entries.map(({id}) => id)).toEqual([
    'create',
    'edit',
    'publish',
    'edit-again',
    'unpublish',
  ])
  expect(entries[2]).toMatchObject({documentIDs: ['spring', 'drafts.spring']})
  expect(entries[0]).not.toHaveProperty('mutations')

  let draft: unknown = null
  for (const {id, effects} of entries) {
    const effect = effects['drafts.spring']
    if (effect) draft = decode(draft === null ? null : Object(draft), effect.apply)
    const {documents} = await history(lake, `documents/drafts.spring?revision=${id}`)
    expect(draft).toEqual(documents[0] ? decode(documents[0]) : null)
  }
})

test('lists from one transaction to another, either way round, with a limit', async ({lake}) => {
  await lived(lake)
  const ids = async (query: string) =>
    (await transactions(lake, `drafts.spring?${query}`)).map(({id}) => id)

  expect(await ids('fromTransaction=edit&toTransaction=edit-again')).toEqual([
    'edit',
    'publish',
    'edit-again',
  ])
  expect(await ids('toTransaction=publish&reverse=true&limit=2')).toEqual(['publish', 'edit'])
  const [published] = await transactions(lake, 'spring?limit=1&includeIdentifiedDocumentsOnly=true')
  expect(published).toMatchObject({documentIDs: ['spring'], mutations: [{createOrReplace: {}}]})
  await expect(ids('fromTransaction=unknown')).rejects.toMatchObject({statusCode: 404})
})

test('returns a document at a revision, at a time, and as it last existed', async ({lake}) => {
  await lived(lake)
  const read = async (query: string) => (await history(lake, `documents/spring?${query}`)).documents
  const [published] = await read('revision=publish')

  expect(published).toMatchObject({_id: 'spring', _rev: 'publish', text: 'second'})
  expect(await read('revision=create')).toEqual([])
  expect(await read('revision=unknown')).toEqual([])
  expect(await read('lastRevision=true')).toEqual([published])
  expect(await read(`time=${published._updatedAt}`)).toEqual([published])
  expect(await read('time=2017-10-05T09:00:00Z')).toEqual([])
  expect(await read(`time=${new Date().toISOString()}`)).toEqual([])
  await expect(read('time=yesterday')).rejects.toMatchObject({statusCode: 400})
})
