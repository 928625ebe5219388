import {readdirSync, readFileSync, readlinkSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {startBuilderProcess} from '../../../scripts/publisher/builder/builderProcess.ts'
import {note, publisherLine, settled, WAIT} from './publisherLine.ts'
import {builderDouble} from './shortTimes.ts'

/** The processes of this test's builders. */
const builders = (dataDir: string) =>
  readdirSync('/proc').filter((pid) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, 'utf8')
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      return environment.includes(`DATA_DIR=${dataDir}\0`) && command.includes(builderDouble)
    } catch {
      return false
    }
  })

test('starts a builder again that ends on the way, and the publish goes on', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await settled(line)

  await line.client.create(note('a', {crashOnce: true}))

  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
})

test('says what a builder said last that ends every time, keeps the site, and recovers', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('a'))
  await expect.poll(line.page, WAIT).toBe('a')

  await line.client.create(note('b', {crash: true, languages: ['fr']}))
  await expect
    .poll(() => line.receipts('document=b'), WAIT)
    .toMatchObject([
      {
        outcome: 'refused',
        refusal: {step: 'render', message: expect.stringMatching(/ended by itself.*stumbled/s)},
      },
    ])
  expect(await line.page()).toBe('a')

  await line.client.patch('b').unset(['crash']).commit()
  await expect.poll(line.page, WAIT).toBe('a b')
})

test('ends a builder that gives no sign of life, and says so', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.client.create(note('a', {slowMs: 60_000}))
  await line.publisher({stall: 400})

  await expect
    .poll(line.status, WAIT)
    .toMatchObject({lastReceipt: {reason: expect.stringContaining('no sign of life for 0.4 s')}})
})

test('has a new builder ready after one that left in good order', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('a', {recycle: true}))
  await expect.poll(line.page, WAIT).toBe('a')

  await line.client.create(note('b'))

  await expect.poll(line.page, WAIT).toBe('a b')
  await settled(line)
})

test('waits for the next builder, and refuses nothing, where one is on its way out', async () => {
  const line = await publisherLine()
  await line.lake()
  await line.publisher()
  await line.client.create(note('a', {lingerMs: 700, languages: ['fr']}))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)

  await line.client.patch('a').unset(['lingerMs']).commit()
  await line.client.create(note('b', {languages: ['fr']}))

  await expect.poll(() => line.receipts('document=b'), WAIT).toHaveLength(1)
  expect(await line.receipts('document=b')).toMatchObject([{outcome: 'live', refusal: null}])
  expect(await line.page()).toBe('a b')
})

test('lets a running build end when it stops, and leaves no builder behind', async () => {
  const line = await publisherLine()
  await line.lake()
  const stop = await line.publisher()
  await settled(line)
  await line.client.create(note('a', {slowMs: 500}))
  await expect.poll(line.status, WAIT).toMatchObject({building: true})

  await stop()

  expect(readlinkSync(`${line.dataDir}/releases/current`)).toContain('trees/')
  expect(builders(line.dataDir)).toEqual([])
  await line.client.patch('a').unset(['slowMs']).commit()
  await line.publisher()
  await expect.poll(line.page, WAIT).toBe('a')
  expect(await line.receipts('document=a')).not.toMatchObject([{outcome: 'refused'}])
})

test('does not wait for ever for a build when it stops, loses nothing, and calls it no refusal', async () => {
  const line = await publisherLine()
  await line.lake()
  const stop = await line.publisher({stop: 300})
  await line.client.create(note('a'))
  await expect.poll(line.page, WAIT).toBe('a')
  await settled(line)
  await line.client.create(note('b', {slowMs: 60_000}))
  await expect.poll(line.status, WAIT).toMatchObject({building: true})

  const startedAt = performance.now()
  await stop()

  expect(performance.now() - startedAt).toBeLessThan(3000)
  expect(builders(line.dataDir)).toEqual([])
  await line.publisher()
  expect(await line.status()).toMatchObject({pending: 1})
  expect(await line.receipts('document=b')).toEqual([])
  await line.client.patch('b').unset(['slowMs']).commit()
  await expect.poll(line.page, {timeout: 30_000}).toBe('a b')
})

test('waits for its turn while a builder of a killed publisher has the data folder', async () => {
  const {dataDir} = await publisherLine()
  const start = () =>
    startBuilderProcess({
      file: builderDouble,
      environment: {...process.env, DATA_DIR: dataDir},
      stallMs: 1000,
      signal: new AbortController().signal,
    })
  const first = await start()
  let isReady = false
  const second = start().then((builder) => {
    isReady = true
    return builder
  })
  await sleep(1000)
  expect(isReady).toBe(false)

  await first.end(1000)
  await (await second).end(1000)
})
