import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {badRequest, unavailable} from '../../../scripts/lake/errors.ts'
import {createListeners} from '../../../scripts/lake/listeners/createListeners.ts'
import type {ListenerEvent} from '../../../scripts/lake/listeners/listener.ts'
import {createStore} from '../../../scripts/lake/store/createStore.ts'
import {createTransact} from '../../../scripts/lake/transactions/createTransact.ts'
import {silentLog} from '../../silentLog.ts'

type Matches = Parameters<typeof createListeners>[1]['matches']

const identity = {id: 'officer', name: 'Officer', email: 'officer@localhost'}

/** Listeners over a store of their own, with `matches` in place of queries; `heard` is what one of them is told. */
async function listening(matches: Matches) {
  const folder = await mkdtemp(join(tmpdir(), 'lake-listeners-'))
  const store = createStore(join(folder, 'lake.db'))
  onTestFinished(async () => {
    store.close()
    await rm(folder, {recursive: true})
  })
  const {transact} = createTransact(store, {query: () => Promise.resolve(null)}, {log: silentLog})
  const listeners = createListeners(store, {matches}, silentLog)
  const heard: string[] = []
  const request = {
    dataset: 'production',
    identity: 'officer',
    client: 'a tab',
    query: '*',
    params: {},
    includeResult: false,
    includeMutations: false,
    includePreviousRevision: false,
    includeAllVersions: true,
    enableResume: false,
    visibility: 'transaction',
  } as const
  const send = ({type, json}: ListenerEvent) => {
    const data: {documentId: string} = JSON.parse(new TextDecoder().decode(json))
    heard.push(type === 'mutation' ? JSON.stringify(data.documentId) : type)
  }
  listeners.subscribe(request, send, () => heard.push('lost'))

  return {
    heard,
    create: (_id: string) =>
      transact({
        dataset: 'production',
        identity,
        mutations: () => [{create: {_id, _type: 'meeting'}}],
      }),
  }
}

test('keeps commit order when an earlier change takes longer to match', async () => {
  const {promise: slow, resolve: release} = Promise.withResolvers<undefined>()
  const {heard, create} = await listening(async ({after}) => {
    if (Object(after)._id === 'a') await slow
    return {before: false, after: after !== null, ms: 1}
  })
  for (const id of ['a', 'b', 'c']) await create(id)
  expect(heard).toEqual(['welcome'])
  release(undefined)

  await expect.poll(() => heard).toEqual(['welcome', '"a"', '"b"', '"c"'])
})

test('welcomes a listener before it tells what was written meanwhile', async () => {
  const {promise: slow, resolve: release} = Promise.withResolvers<undefined>()
  const {heard, create} = await listening(async ({after}) => {
    if (after === null) await slow
    return {before: false, after: after !== null, ms: 1}
  })
  await create('a')
  expect(heard).toEqual([])
  release(undefined)

  await expect.poll(() => heard).toEqual(['welcome', '"a"'])
})

test('sends a listener away, rather than leave a gap, when a change cannot be matched', async () => {
  const {heard, create} = await listening(async ({after}) => {
    if (Object(after)._id === 'b') throw unavailable('The query took too long.')
    return {before: false, after: after !== null, ms: 1}
  })
  for (const id of ['a', 'b', 'c']) await create(id)

  await expect.poll(() => heard).toEqual(['welcome', '"a"', 'lost'])
})

test('says that a query makes no sense, and nothing more', async () => {
  const {heard, create} = await listening(() => Promise.reject(badRequest('No query.')))
  await create('a')

  await expect.poll(() => heard).toEqual(['channelError'])
})
