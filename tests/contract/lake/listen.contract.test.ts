import {decode} from './decode.ts'

import {openListener} from './openListener.ts'
import {hearMutations} from './hearMutations.ts'
import {expect, test} from './test.ts'

const spring = {_id: 'spring', _type: 'meeting', title: 'Spring'}

test('says what a change did: revisions, mutations, effects, before and after', async ({lake}) => {
  const created = await lake.create(spring)
  const listener = await hearMutations(lake, '*[_type == "meeting"]')
  await lake.patch('spring').set({title: 'Summer'}).commit()
  const [event] = await listener.take(1)
  const after = await lake.getDocument('spring')

  expect(event).toMatchObject({
    documentId: 'spring',
    transition: 'update',
    identity: 'local-officer',
    previousRev: created._rev,
    resultRev: after?._rev,
    transactionId: after?._rev,
    timestamp: after?._updatedAt,
    transactionTotalEvents: 1,
    transactionCurrentEvent: 1,
    mutations: [{patch: {id: 'spring', set: {title: 'Summer'}}}],
    result: after,
    previous: created,
  })
})

test('sends effects that lead from one revision to the next and back', async ({lake}) => {
  await lake.create({
    ...spring,
    items: [
      {_key: 'a', text: 'kept'},
      {_key: 'b', text: 'längs'},
    ],
  })
  const listener = await hearMutations(lake, '*')
  await lake.patch('spring').set({'items[_key=="b"].text': 'längst'}).unset(['title']).commit()
  const [event] = await listener.take(1)

  expect(decode(event?.previous, event?.effects?.apply)).toEqual(decode(event?.result))
  expect(decode(event?.result, event?.effects?.revert)).toEqual(decode(event?.previous))
})

test('sends a created document with its final fields, and reverts it to nothing', async ({
  lake,
}) => {
  const listener = await hearMutations(lake, '*')
  await lake.create(spring)
  const [event] = await listener.take(1)

  expect(event).toMatchObject({transition: 'appear', mutations: [{create: event?.result}]})
  expect(event).not.toHaveProperty('previousRev')
  expect(event?.effects?.revert).toEqual([0, null])
})

test('counts the events of a transaction as this listener gets them', async ({lake}) => {
  await lake.create({...spring, _id: 'drafts.spring'})
  const listener = await hearMutations(lake, '*')
  const narrow = await hearMutations(lake, '*[_id == "spring"]')
  await lake.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.spring',
    publishedId: 'spring',
  })
  const both = await listener.take(2)

  expect(both.map(({documentId, transition}) => [documentId, transition])).toEqual([
    ['spring', 'appear'],
    ['drafts.spring', 'disappear'],
  ])
  expect(both.map(({transactionCurrentEvent: n}) => n)).toEqual([1, 2])
  expect(both.every(({transactionTotalEvents}) => transactionTotalEvents === 2)).toBe(true)
  expect((await narrow.take(1))[0]).toMatchObject({transactionTotalEvents: 1})
})

test('tells of documents that enter and leave what the query selects', async ({lake}) => {
  await lake.create({...spring, open: false})
  const listener = await hearMutations(lake, '*[open == true]{title}')
  for (const open of [true, true, false]) await lake.patch('spring').set({open}).commit()

  expect((await listener.take(3)).map(({transition}) => transition)).toEqual([
    'appear',
    'update',
    'disappear',
  ])
})

test('gives every listener every change once, in commit order', async ({lake}) => {
  const ids = ['a', 'b', 'c', 'd']
  const listeners = [await hearMutations(lake, '*'), await hearMutations(lake, '*[defined(n)]')]
  await Promise.all(
    ids.map(async (_id) => {
      await lake.create({_id, _type: 'meeting', n: 0})
      for (let n = 1; n <= 25; n += 1) await lake.patch(_id).set({n}).commit()
    }),
  )
  const [one = [], two = []] = await Promise.all(listeners.map((listener) => listener.take(104)))

  expect(two.map(({eventId}) => eventId)).toEqual(one.map(({eventId}) => eventId))
  expect(new Set(one.map(({eventId}) => eventId)).size).toBe(104)
  for (const id of ids) {
    const chain = one.filter(({documentId}) => documentId === id)
    expect(chain.slice(1).map(({previousRev}) => previousRev)).toEqual(
      chain.slice(0, -1).map(({resultRev}) => resultRev),
    )
  }
  const times = one.map(({timestamp}) => timestamp)
  expect(times).toEqual(times.toSorted())
})

test('hears of published documents only, unless all versions are asked for', async ({lake}) => {
  const old = lake.withConfig({apiVersion: '2021-06-07'})
  const listeners = [
    {count: 1, listener: await hearMutations(lake, '*', {includeAllVersions: false})},
    {count: 2, listener: await hearMutations(lake, '*', {includeAllVersions: true})},
    {count: 2, listener: await hearMutations(old, '*', {})},
  ]
  await lake.create({...spring, _id: 'drafts.spring'})
  await lake.create(spring)

  const heard = listeners.map(async ({count, listener}) =>
    (await listener.take(count)).map(({documentId}) => documentId),
  )
  const both = ['drafts.spring', 'spring']
  expect(await Promise.all(heard)).toEqual([['spring'], both, both])
})

test('says what is wrong with a query, and ends', async ({lake}) => {
  for (const query of ['*[_type == ', '{"a": 1}']) {
    await expect(hearMutations(lake, query)).rejects.toMatchObject({name: 'ChannelError'})
  }
})

test('resumes where the connection was lost, with nothing missed and nothing twice', async ({
  server,
  lake,
  dataset,
}) => {
  const url = `${server.url}/v2025-02-19/data/listen/${dataset}?query=*&enableResume=true`
  const first = await openListener(url)
  await lake.create(spring)
  await lake
    .transaction()
    .create({...spring, _id: 'a'})
    .create({...spring, _id: 'b'})
    .commit()
  const [welcome, , second, third] = await first.take(4)
  first.close()
  await lake.patch('spring').set({title: 'Summer'}).commit()

  const midway = await openListener(url, second?.id)
  expect((await midway.take(3)).map(({event, data}) => [event, data.documentId])).toEqual([
    ['welcomeback', undefined],
    ['mutation', 'b'],
    ['mutation', 'spring'],
  ])
  midway.close()
  const fromStart = await openListener(url, welcome?.id)
  const replayed = await fromStart.take(5)
  expect(replayed.map(({data}) => data.documentId)).toEqual([
    undefined,
    'spring',
    'a',
    'b',
    'spring',
  ])
  expect(replayed[3]).toEqual(third)
  await lake.delete('b')
  expect((await fromStart.take(1))[0]?.data).toMatchObject({
    documentId: 'b',
    transition: 'disappear',
  })
  fromStart.close()
})

test('starts anew when more was missed than it replays', async ({server, lake, dataset}) => {
  const url = `${server.url}/v2025-02-19/data/listen/${dataset}?query=*&enableResume=true`
  const first = await openListener(url)
  const [welcome] = await first.take(1)
  first.close()
  const ids = Array.from({length: 5001}, (_, n) => `m${n}`)
  await lake.mutate(ids.map((_id) => ({create: {_id, _type: 'meeting'}})))

  const again = await openListener(url, welcome?.id)
  expect((await again.take(2)).map(({event}) => event)).toEqual(['reset', 'welcome'])
  again.close()
})

test('starts anew when the place to resume at is not in its log', async ({server, dataset}) => {
  const url = `${server.url}/v2025-02-19/data/listen/${dataset}?query=*&enableResume=true`
  for (const lastEventId of ['nonsense', 'abc.1.1', `x.${'9'.repeat(30)}.0`]) {
    const listener = await openListener(url, lastEventId)
    expect((await listener.take(2)).map(({event}) => event)).toEqual(['reset', 'welcome'])
    listener.close()
  }
})
