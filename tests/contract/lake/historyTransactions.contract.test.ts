import type {SanityClient} from '@sanity/client'

import {decode} from './decode.ts'
import {history, lived} from './history.ts'
import {expect, test} from './test.ts'

interface Entry {
  id: string
  author: string
  documentIDs: string[]
  mutations?: object[]
  effects: Record<string, {apply: unknown[]; revert: unknown[]}>
}

async function transactions(lake: SanityClient, path: string): Promise<Entry[]> {
  const lines = String(await history(lake, `transactions/${path}`))
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

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
