import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {createClient} from '@sanity/client'
import {expect, onTestFinished, test} from 'vitest'

import {parseSettings as parseLakeSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {parseSettings} from '../../../scripts/publisher/settings.ts'
import {startPublisher} from '../../../scripts/publisher/startPublisher.ts'
import {freePorts} from '../../freePorts.ts'
import {silentLog} from '../lake/test.ts'

const WAIT = {timeout: 20_000}
const WEBHOOK_SECRET = 'the-secret-of-one-test'

/** A lake and a publisher that are started and stopped at will, on one data folder. Sites are one page: the ids. */
async function lineOfTwo() {
  const dataDir = await mkdtemp(join(tmpdir(), 'coworkmed-publisher-'))
  const [lakePort = 0, publisherPort = 0, sitePort = 0] = await freePorts(3)
  const environment = {
    LAKE_PORT: String(lakePort),
    PUBLISHER_PORT: String(publisherPort),
    SITE_PORT: String(sitePort),
    DATA_DIR: dataDir,
    WEBHOOK_SECRET,
    OPERATOR_TOKEN: 'the-token-of-one-test',
  }
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${lakePort}`,
    apiVersion: '2025-02-19',
    useProjectHostname: false,
    useCdn: false,
    perspective: 'published',
  })
  const stops: (() => Promise<void>)[] = []
  onTestFinished(async () => {
    for (const stop of stops.toReversed()) await stop()
    await rm(dataDir, {recursive: true})
  })
  /** Runs something that ends when it is told, or with the test. */
  async function keep(running: Promise<{close: () => Promise<void>}>) {
    const {close} = await running
    let closed: Promise<void> | undefined
    const stop = () => (closed ??= close())
    stops.push(stop)
    return stop
  }
  return {
    client,
    environment,
    lake: () => keep(startLake(parseLakeSettings(environment), silentLog)),
    publisher: (build = pageOfIds(() => client.fetch('*[_type == "note"]._id'))) =>
      keep(startPublisher(parseSettings(environment), silentLog, build)),
    status: async () => (await fetch(`http://127.0.0.1:${publisherPort}/status`)).json(),
    page: async () => (await fetch(`http://127.0.0.1:${sitePort}/index.html`)).text(),
  }
}

/** A build of one page that says what `read` finds. */
function pageOfIds(read: () => Promise<string[]>) {
  return {
    codeDigest: async () => 'one code',
    async run(directory: string) {
      const ids = await read()
      await writeFile(join(directory, 'index.html'), ids.toSorted().join(' '))
    },
    stop: () => {},
  }
}

const note = (_id: string) => ({_id, _type: 'note'})

test('publishes on start what the lake has, and then each change by its webhook', async () => {
  const {client, lake, publisher, page, status} = await lineOfTwo()
  await lake()
  await client.create(note('a'))
  await publisher()
  await expect.poll(page, WAIT).toBe('a')

  await client.create(note('b'))

  await expect.poll(page, WAIT).toBe('a b')
  await expect.poll(status, WAIT).toMatchObject({health: 'ok', pending: 0, release: {pages: 1}})
})

test('publishes when it comes back what officers published while it was away', async () => {
  const {client, lake, publisher, page} = await lineOfTwo()
  await lake()
  await client.create(note('a'))
  const stop = await publisher()
  await expect.poll(page, WAIT).toBe('a')
  await stop()
  await client.create(note('b'))
  await client.delete('a')

  await publisher()

  await expect.poll(page, WAIT).toBe('b')
})

test('brings up what is published during a build by one more build', async () => {
  const {client, lake, publisher, page, status} = await lineOfTwo()
  await lake()
  await client.create(note('a'))
  let builds = 0
  await publisher(
    pageOfIds(async () => {
      builds += 1
      const ids = await client.fetch<string[]>('*[_type == "note"]._id')
      if (builds === 1) await client.create(note('b'))
      return ids
    }),
  )

  await expect.poll(page, WAIT).toBe('a b')
  await expect.poll(status, WAIT).toMatchObject({pending: 0, building: false})
  expect(builds).toBe(2)
})

test('keeps the old site when a build fails, says why, and recovers with the content', async () => {
  const {client, lake, publisher, page, status} = await lineOfTwo()
  await lake()
  await client.create(note('a'))
  await publisher(
    pageOfIds(async () => {
      const ids = await client.fetch<string[]>('*[_type == "note"]._id')
      if (ids.includes('bad')) throw new Error('The note "bad" has no title.')
      return ids
    }),
  )
  await expect.poll(page, WAIT).toBe('a')
  await client.create(note('bad'))

  await expect
    .poll(status, WAIT)
    .toMatchObject({health: 'failing', lastReceipt: {reason: 'The note "bad" has no title.'}})
  expect(await page()).toBe('a')
  expect(await status()).toMatchObject({pending: 1, release: {pages: 1}})

  await client.delete('bad')
  await client.create(note('b'))
  await expect.poll(page, WAIT).toBe('a b')
  await expect.poll(status, WAIT).toMatchObject({health: 'ok', pending: 0})
})

test('says that the lake is away, and publishes by itself when it is there', async () => {
  const {client, environment, lake, publisher, page, status} = await lineOfTwo()
  await publisher()
  await expect.poll(status, WAIT).toMatchObject({
    health: 'failing',
    release: null,
    lastReceipt: {reason: expect.stringContaining(`:${environment.LAKE_PORT}, dataset production`)},
  })

  await lake()
  await client.create(note('a'))

  await expect.poll(page, {timeout: 40_000}).toBe('a')
})

test('leaves a data folder to the publisher that has it', async () => {
  const {environment, lake, publisher} = await lineOfTwo()
  await lake()
  await publisher()
  const [port = 0, sitePort = 0] = await freePorts(2)
  const other = {...environment, PUBLISHER_PORT: String(port), SITE_PORT: String(sitePort)}

  await expect(startPublisher(parseSettings(other), silentLog)).rejects.toThrow(
    'Another publisher is using',
  )
})

test('refuses to listen beyond this machine, and says why', () => {
  expect(() => parseSettings({HOST: '0.0.0.0', WEBHOOK_SECRET})).toThrow('no logins yet')
})
