import {openListener} from './openListener.ts'
import {expect, test} from './test.ts'

test('names the tag of the queries that may have changed', async ({server, lake, dataset}) => {
  const url = `${server.url}/v2025-02-19/data/live/events/${dataset}`
  const published = await openListener(url)
  const drafts = await openListener(`${url}?includeDrafts=true`)
  await Promise.all([published.take(1), drafts.take(1)])
  const {syncTags} = await lake.fetch('*', {}, {filterResponse: false})
  await lake.create({_id: 'drafts.spring', _type: 'meeting'})
  await lake.create({_id: 'spring', _type: 'meeting'})

  const [first, second] = await drafts.take(2)
  const [only] = await published.take(1)
  expect(only).toEqual({event: 'message', id: second?.id, data: {tags: syncTags}})
  expect(first?.id).not.toBe(second?.id)
  published.close()
  drafts.close()
})

test('says what was missed since the last event, and restarts from an unknown one', async ({
  server,
  lake,
  dataset,
}) => {
  const url = `${server.url}/v2025-02-19/data/live/events/${dataset}`
  const first = await openListener(url)
  const [welcome] = await first.take(1)
  first.close()
  await lake.create({_id: 'spring', _type: 'meeting'})

  const again = await openListener(url, welcome?.id)
  expect((await again.take(2)).map(({event}) => event)).toEqual(['welcome', 'message'])
  again.close()
  const unknown = await openListener(url, 'unknown')
  expect((await unknown.take(2)).map(({event}) => event)).toEqual(['welcome', 'restart'])
  unknown.close()
})

test('wakes the live client', async ({lake}) => {
  const message = new Promise((resolve, reject) => {
    const subscription = lake.live.events().subscribe({
      next(event) {
        if (event.type === 'welcome') lake.create({_id: 'a', _type: 'meeting'}).catch(reject)
        if (event.type !== 'message') return
        subscription.unsubscribe()
        resolve(event.tags)
      },
      error: reject,
    })
  })

  expect(await message).toEqual([expect.stringMatching(/^s1:/)])
})
