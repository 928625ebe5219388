import {expect, test} from 'vitest'

import {note, publisherLine, SECRET, sendWebhook, settled, WAIT} from './publisherLine.ts'

test('acknowledges within milliseconds while a build runs', async () => {
  const line = await publisherLine()
  await line.lake({fault: async () => {}})
  await line.client.create(note('slow', {slowMs: 8000}))
  await line.publisher()
  await expect.poll(line.status, WAIT).toMatchObject({building: true})

  const times: number[] = []
  for (let count = 0; count < 100; count += 1) {
    const startedAt = performance.now()
    const answer = await sendWebhook(line.address, {_id: `n${count}`, _type: 'note', _rev: 'r'})
    times.push(performance.now() - startedAt)
    expect(answer.status).toBe(202)
  }

  expect(await line.status()).toMatchObject({building: true, pending: 100})
  expect(times.toSorted((a, b) => a - b)[49]).toBeLessThan(50)
})

test('publishes once what two senders tell, under keys of their own', async () => {
  const line = await publisherLine()
  await line.lake({fault: async () => {}})
  await line.publisher()
  await settled(line)
  const {_rev, _updatedAt} = await line.client.create(note('a', {languages: ['fr', 'en']}))
  const headers = {'sanity-transaction-id': _rev, 'sanity-transaction-time': _updatedAt}
  const body = {_id: 'a', _type: 'note', _rev}

  await sendWebhook(line.address, body, {headers, key: 'first'})
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  const {release} = await line.status()
  await sendWebhook(line.address, body, {headers, key: 'second'})
  await settled(line)
  await sendWebhook(line.address, {_id: 'nothing-of-ours', _type: 'note', _rev: 'r9'})
  await settled(line)
  expect((await line.status()).release).toEqual(release)
  expect((await sendWebhook(line.address, body, {headers, key: 'second'})).status).toBe(200)

  expect(await line.receipts('document=a')).toMatchObject([
    {language: 'fr', transaction: _rev, publishedAt: _updatedAt},
    {language: 'en', transaction: _rev, publishedAt: _updatedAt},
  ])
})

test('is not misled by webhooks that come thrice, late and out of order', async () => {
  const line = await publisherLine()
  await line.lake({fault: async () => {}})
  await line.publisher()
  await settled(line)
  const first = await line.client.create(note('a', {text: 'one', languages: ['fr']}))
  const second = await line.client.patch('a').set({text: 'two'}).commit()
  const tell = ({_rev, _updatedAt}: {_rev: string; _updatedAt: string}) =>
    sendWebhook(
      line.address,
      {_id: 'a', _type: 'note', _rev},
      {headers: {'sanity-transaction-id': _rev, 'sanity-transaction-time': _updatedAt}},
    )

  for (const change of [second, second, first, second, first]) {
    await tell(change)
    await settled(line)
  }

  expect(await line.pageAt('/fr/a/')).toBe('fr: two')
  expect(await line.receipts('document=a')).toMatchObject([
    {revision: second._rev, transaction: second._rev, outcome: 'live'},
  ])
})

test('takes the old secret and the new one while one takes the other’s place', async () => {
  const line = await publisherLine()
  await line.publisher({}, {WEBHOOK_SECRET: `the-new-secret-of-one-test,${SECRET}`})
  const statusWith = async (secret: string) =>
    (await sendWebhook(line.address, {_id: 'a'}, {secret})).status

  expect(await statusWith(SECRET)).toBe(202)
  expect(await statusWith('the-new-secret-of-one-test')).toBe(202)
  expect(await statusWith('a-secret-nobody-knows-of')).toBe(401)
})

test('says how webhooks are sent', async () => {
  const line = await publisherLine()
  await line.publisher()

  const answer = await fetch(`${line.address}/webhook`, {method: 'PUT', body: '{}'})

  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('POST')
})
