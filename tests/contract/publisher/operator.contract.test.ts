// Longer than most: what an operator may ask of the publisher is one interface, and each call has its tests.
import {request} from 'node:http'

import {expect, onTestFinished, test} from 'vitest'

import type {PublisherLine} from './publisherLine.ts'
import {note, publisherLine, settled, TOKEN, WAIT} from './publisherLine.ts'

/** A line whose site went through three releases: `a`, `a b`, `a b c`; their ids, oldest first. */
async function threeReleases() {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  const ids: string[] = []
  for (const [id, page] of [
    ['a', 'a'],
    ['b', 'a b'],
    ['c', 'a b c'],
  ] as const) {
    await line.client.create(note(id, {languages: ['fr']}))
    await expect.poll(line.page, WAIT).toBe(page)
    await settled(line)
    ids.push((await line.status()).release.id)
  }
  return {line, ids}
}

const outcomes = async (line: PublisherLine) =>
  Object.fromEntries((await line.receipts()).map(({document, outcome}) => [document, outcome]))

test.each(['/rollback', '/pin', '/unpin', '/publish'])(
  'does nothing at %s for who has not the operator’s token',
  async (path) => {
    const line = await publisherLine()
    await line.publisher()
    for (const authorization of ['', 'Bearer ', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`]) {
      const answer = await fetch(`${line.address}${path}`, {
        method: 'POST',
        headers: {authorization},
        body: '{}',
      })
      expect(answer.status).toBe(401)
    }

    expect(await line.status()).toMatchObject({pinned: false})
  },
)

test('shows receipts and events to nobody else either, and status to all', async () => {
  const line = await publisherLine()
  await line.publisher()
  const statusOf = async (path: string) => (await fetch(`${line.address}${path}`)).status

  expect(await Promise.all(['/receipts', '/events', '/status'].map(statusOf))).toEqual([
    401, 401, 200,
  ])
})

test('answers under its own name only', async () => {
  const line = await publisherLine()
  await line.publisher()

  const status = await new Promise((resolve, reject) => {
    const headers = {host: 'rebound.example', authorization: `Bearer ${TOKEN}`}
    request(`${line.address}/receipts`, {headers}, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })

  expect(status).toBe(421)
})

test('rolls back at once, and keeps it so until it is unpinned', async () => {
  const {line, ids} = await threeReleases()
  const [first = '', , third = ''] = ids

  const startedAt = performance.now()
  const answer = await line.operate('/rollback', {release: first.slice(0, 12)})
  const ms = performance.now() - startedAt

  expect(answer).toEqual({status: 200, body: {release: first, pinned: true}})
  expect(ms).toBeLessThan(100)
  expect(await line.page()).toBe('a')
  expect(await line.status()).toMatchObject({pinned: true, release: {id: first}})
  expect(await outcomes(line)).toEqual({a: 'live', b: 'waiting', c: 'waiting'})

  await line.client.create(note('d', {languages: ['fr']}))
  await expect
    .poll(() => line.receipts('document=d'), WAIT)
    .toMatchObject([{outcome: 'waiting', liveAt: null, address: '/fr/d/'}])
  await settled(line)
  expect(await line.page()).toBe('a')
  expect(await line.status()).toMatchObject({lastReceipt: {outcome: 'waiting'}})

  expect(await line.operate('/unpin')).toMatchObject({status: 200, body: {pinned: false}})
  expect(await line.page()).toBe('a b c d')
  expect(await outcomes(line)).toEqual({a: 'live', b: 'live', c: 'live', d: 'live'})
  expect((await line.status()).release.id).not.toBe(third)
})

test('fails no request during a hundred rollbacks', async () => {
  const {line, ids} = await threeReleases()
  const rollbacks = new AbortController()
  const pages = new Set<string>()
  const reading = (async () => {
    while (!rollbacks.signal.aborted) pages.add(await line.page())
  })()

  const times: number[] = []
  // On a busy machine the reader may have seen one of the three too rarely.
  for (let round = 0; round < 100 || pages.size < ids.length; round += 1) {
    const startedAt = performance.now()
    await line.operate('/rollback', {release: ids[round % ids.length]})
    times.push(performance.now() - startedAt)
  }
  rollbacks.abort()
  await reading

  expect([...pages].toSorted()).toEqual(['a', 'a b', 'a b c'])
  expect(times.toSorted((a, b) => a - b).at(-2)).toBeLessThan(100)
})

test('says what is wrong with a rollback', async () => {
  const {line, ids} = await threeReleases()
  const before = await line.status()

  expect(await line.operate('/rollback', {release: 'abc'})).toMatchObject({status: 400})
  expect(await line.operate('/rollback', {release: '../../etc'})).toMatchObject({status: 400})
  expect(await line.operate('/rollback')).toMatchObject({status: 400})
  expect(await line.operate('/rollback', {release: '0'.repeat(64)})).toMatchObject({
    status: 404,
    body: {error: expect.stringContaining('There is no release')},
  })
  expect(await line.status()).toEqual(before)
  expect(before.release.id).toBe(ids[2])
})

test('pins what is live, and lets what waited go live when it is unpinned', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('a'))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)

  expect(await line.operate('/pin')).toMatchObject({status: 200, body: {pinned: true}})
  await line.client.create(note('b'))
  await expect.poll(() => line.receipts('document=b'), WAIT).toMatchObject([{outcome: 'waiting'}])
  expect(await line.page()).toBe('a')

  await line.operate('/unpin')
  expect(await line.page()).toBe('a b')
})

test('stays pinned, and knows what waits, after it was started again', async () => {
  const line = await publisherLine()
  await line.lake()
  const stop = await line.publisher()
  await line.client.create(note('a'))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  await line.operate('/pin')
  await line.client.create(note('b'))
  await expect.poll(() => line.receipts('document=b'), WAIT).toMatchObject([{outcome: 'waiting'}])
  await stop()

  await line.publisher()
  await expect.poll(line.status, WAIT).toMatchObject({
    pinned: true,
    health: 'ok',
    lastReceipt: {outcome: 'waiting'},
  })

  expect(await line.page()).toBe('a')
  await line.operate('/unpin')
  expect(await line.page()).toBe('a b')
})

test('pins nothing before the first release', async () => {
  const line = await publisherLine()
  await line.publisher()

  expect(await line.operate('/pin')).toMatchObject({status: 409})
  expect(await line.status()).toMatchObject({pinned: false})
})

test('compares everything when an operator asks for it', async () => {
  const line = await publisherLine()
  await line.lake({fault: async () => {}})
  await line.publisher()
  await settled(line)
  await line.client.create(note('a'))

  expect(await line.operate('/publish')).toEqual({status: 202, body: {accepted: true}})

  await expect.poll(line.page, WAIT).toBe('a')
})

test('says how receipts are asked for', async () => {
  const line = await publisherLine()
  await line.publisher()
  const headers = {authorization: `Bearer ${TOKEN}`}

  for (const search of ['limit=0', 'limit=many', 'document=']) {
    const answer = await fetch(`${line.address}/receipts?${search}`, {headers})
    expect(answer.status).toBe(400)
  }
})

test('finds receipts by document and language, newest first, as many as asked for', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await settled(line)
  await line.client.create(note('a', {languages: ['fr', 'en']}))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  await line.client.patch('a').set({text: 'again'}).commit()
  await expect.poll(() => line.pageAt('/fr/a/'), WAIT).toBe('fr: again')
  await settled(line)

  const inFrench = await line.receipts('document=a&language=fr')
  expect(inFrench).toMatchObject([
    {language: 'fr', address: '/fr/a/', changes: [{change: 'changed'}], changed: 1},
    {language: 'fr', address: '/fr/a/', changes: [{change: 'added'}], changed: 1},
  ])
  expect(inFrench[0]?.steps).toMatchObject({wait: expect.any(Number), swap: expect.any(Number)})
  expect(await line.receipts('limit=1')).toHaveLength(1)
  expect(await line.receipts('document=nobody')).toEqual([])
})

test('tells steps and outcomes as they happen, keeps the line warm, and ends it when it stops', async () => {
  const line = await publisherLine()
  await line.lake()
  const stop = await line.publisher({heartbeat: 20})
  await settled(line)
  const events = await listenTo(line)

  await line.client.create(note('a', {languages: ['fr']}))
  await expect.poll(events.types, WAIT).toContain('live')
  await line.client.create(note('bad', {refuse: true}))
  await expect.poll(events.types, WAIT).toContain('refused')

  expect(events.types().slice(0, 3)).toEqual(['step', 'step', 'live'])
  expect(events.text()).toContain('"documents":["a"]')
  expect(events.text()).toContain('The note \\"bad\\" has no title.')
  await expect.poll(() => events.text().split('\n:\n').length, WAIT).toBeGreaterThan(2)
  await stop()
  await events.ended
})

async function listenTo(line: PublisherLine) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const answer = await fetch(`${line.address}/events`, {
    headers: {authorization: `Bearer ${TOKEN}`},
    signal: leaving.signal,
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const ended = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, {stream: true})
  })()
  ended.catch(() => undefined) // the test leaves
  return {
    ended,
    text: () => text,
    types: () => [...text.matchAll(/^event: (\w+)$/gm)].map(([, type]) => type),
  }
}
