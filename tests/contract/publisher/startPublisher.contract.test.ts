import {readdirSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {parseSettings} from '../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../scripts/publisher/startPublisher.ts'
import {freePorts} from '../../freePorts.ts'
import {silentLog} from '../../silentLog.ts'
import {note, publisherLine, SECRET, settled, TOKEN, WAIT} from './publisherLine.ts'

test('publishes on start what the lake has, and then each change by its webhook', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a'))
  await line.publisher()
  await expect.poll(line.page, WAIT).toBe('a')

  await line.client.create(note('b'))

  await expect.poll(line.page, WAIT).toBe('a b')
  await settled(line)
  expect(await line.status()).toMatchObject({release: {pages: 1}, pinned: false})
})

test('publishes when it comes back what officers published while it was away', async () => {
  const line = await publisherLine()
  await line.lake({retryDelaysMs: []})
  await line.client.create(note('a'))
  const stop = await line.publisher()
  await expect.poll(line.page, WAIT).toBe('a')
  await stop()
  await line.client.create(note('b'))
  await line.client.delete('a')

  await line.publisher()

  await expect.poll(line.page, WAIT).toBe('b')
})

test('finds by comparing what no webhook told of', async () => {
  const line = await publisherLine()
  await line.lake({fault: async () => {}})
  await line.publisher({reconcile: 300})
  await settled(line)

  await line.client.create(note('a', {languages: ['fr']}))

  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  const {_rev, _updatedAt} = (await line.client.getDocument('a')) ?? {}
  expect(await line.receipts('document=a')).toMatchObject([
    {language: 'fr', revision: _rev, publishedAt: _updatedAt, transaction: _rev, outcome: 'live'},
  ])
})

test('brings up what is published during a build by one more build', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a', {slowMs: 300}))
  await line.publisher()
  await expect.poll(line.status, WAIT).toMatchObject({building: true})

  await line.client.create(note('b'))

  await expect.poll(line.page, WAIT).toBe('a b')
  await settled(line)
})

test('writes nothing when nothing has changed', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a', {languages: ['fr']}))
  await line.publisher({reconcile: 50})
  await settled(line)
  const state = async () => {
    const {release, lastReceipt} = await line.status()
    const written = readdirSync(`${line.dataDir}/releases`, {recursive: true})
    return {release, lastReceipt, receipts: await line.receipts(), written}
  }
  const before = await state()

  await sleep(400)

  expect(await state()).toEqual(before)
})

test('makes few releases of a burst, and misses nothing of it', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher({quiet: 150, burstQuiet: 500})
  await settled(line)

  const ids = Array.from({length: 30}, (_, index) => `n${String(index).padStart(2, '0')}`)
  for (const id of ids) await line.client.create(note(id, {languages: ['fr']}))

  await expect.poll(line.page, WAIT).toBe(ids.join(' '))
  await settled(line)
  const receipts = await line.receipts('limit=100')
  expect(receipts.map(({document}) => document).toSorted()).toEqual(ids)
  expect(new Set(receipts.map(({release}) => release)).size).toBeLessThanOrEqual(3)
})

test('lets all documents of a transaction go live together', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await settled(line)
  const transaction = line.client.transaction()
  for (const id of ['a', 'b', 'c', 'd']) transaction.create(note(id, {languages: ['fr']}))

  await transaction.commit()

  await expect.poll(line.page, WAIT).toBe('a b c d')
  await settled(line)
  const releases = (await line.receipts()).map(({release}) => release)
  expect(releases).toHaveLength(4)
  expect(new Set(releases).size).toBe(1)
})

test('keeps the old site when a build is refused, names document, field and language, and recovers with the content', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a'))
  await line.publisher()
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  await line.client.create(note('bad', {refuse: true}))

  await expect.poll(line.status, WAIT).toMatchObject({
    health: 'failing',
    pending: 1,
    lastReceipt: {outcome: 'refused', reason: 'The note "bad" has no title.'},
  })
  expect(await line.page()).toBe('a')
  expect(await line.receipts('document=bad')).toMatchObject([
    {
      outcome: 'refused',
      language: 'fr',
      liveAt: null,
      release: null,
      refusal: {step: 'gate', document: 'bad', field: 'title', language: 'fr'},
    },
  ])

  await line.client.patch('bad').unset(['refuse']).commit()
  await expect.poll(line.page, WAIT).toBe('a bad')
  await settled(line)
  expect(await line.receipts('document=bad')).toMatchObject([{outcome: 'live', refusal: null}])
})

test('tells who waits behind somebody else’s fault', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await settled(line)
  await line.client.create(note('bad', {refuse: true}))
  await line.client.create(note('good', {languages: ['fr']}))

  await expect
    .poll(() => line.receipts('document=good'), WAIT)
    .toMatchObject([{outcome: 'refused', language: '', refusal: {document: 'bad'}}])

  await line.client.delete('bad')
  await expect
    .poll(() => line.receipts('document=good'), WAIT)
    .toMatchObject([{outcome: 'live', language: 'fr', refusal: null}])
})

test('says that the lake is away, and publishes by itself when it is there', async () => {
  const line = await publisherLine()
  await line.publisher()
  await expect.poll(line.status, WAIT).toMatchObject({
    health: 'failing',
    release: null,
    lastReceipt: {
      reason: expect.stringContaining(`:${line.environment['LAKE_PORT']}, dataset production`),
    },
  })

  await line.lake()
  await line.client.create(note('a'))

  await expect.poll(line.page, WAIT).toBe('a')
})

test('leaves a data folder to the publisher that has it', async () => {
  const line = await publisherLine()
  await line.publisher()
  const [port = 0, sitePort = 0] = await freePorts(2)
  const other = {
    ...line.environment,
    PUBLISHER_PORT: String(port),
    SITE_PORT: String(sitePort),
  }

  await expect(startPublisher(parseSettings(other), silentLog)).rejects.toThrow(
    'Another publisher is using',
  )
})

test('refuses to listen beyond this machine, and says why', () => {
  const environment = {HOST: '0.0.0.0', WEBHOOK_SECRET: SECRET, OPERATOR_TOKEN: TOKEN}

  expect(() => parseSettings(environment)).toThrow('no logins yet')
})

test('refuses a second secret that is too short', () => {
  const environment = {WEBHOOK_SECRET: `${SECRET}, short`, OPERATOR_TOKEN: TOKEN}

  expect(() => parseSettings(environment)).toThrow('each')
})
