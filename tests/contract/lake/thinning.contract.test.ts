import type {SanityClient} from '@sanity/client'
import {execFile} from 'node:child_process'
import {mkdtemp, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, onTestFinished, test, vi} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {runs} from '../../longTests.ts'
import {silentLog} from '../../silentLog.ts'
import {history} from './history.ts'
import {openListener} from './openListener.ts'
import {lakeServer} from './test.ts'

const MAIN = fileURLToPath(new URL('../../../scripts/lake/main.ts', import.meta.url))
const HOUR_MS = 60 * 60_000
const KEYSTROKES = runs(60, 1000)
const PAIR = {draftId: 'drafts.florence', publishedId: 'florence'}
const BODY = Array.from(
  {length: 40},
  (_, index) => `Paragraphe ${index} : ${'coworking '.repeat(40)}`,
)

/** A lake over a folder of the test's own, with a clock that the test sets. */
async function lakeWithClock(dataDir: string) {
  let shiftMs = 0
  const settings = parseSettings({LAKE_PORT: '0', DATA_DIR: dataDir, HISTORY_DAYS: '30'})
  const now = () => new Date(Date.now() + shiftMs)
  const running = await startLake(settings, silentLog, {now, thinEveryMs: 50})
  let closed: Promise<void> | undefined
  const close = () => (closed ??= running.close())
  onTestFinished(close)
  const {client, url} = lakeServer(running.port, dataDir)
  return {
    url,
    lake: await client('production'),
    pass: (milliseconds: number) => {
      shiftMs += milliseconds
    },
    close,
  }
}

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-thinning-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

/** An officer writes a report for half an hour, a keystroke at a time, and publishes it. */
async function writeAndPublish(lake: SanityClient, pass: (milliseconds: number) => void) {
  const attributes = {_id: PAIR.draftId, _type: 'meeting', title: '', body: BODY}
  await lake.action({
    actionType: 'sanity.action.document.create',
    publishedId: PAIR.publishedId,
    attributes,
    ifExists: 'fail',
  })
  for (let typed = 1; typed <= KEYSTROKES; typed += 1) {
    pass(HOUR_MS / 2 / KEYSTROKES)
    const patch = {set: {title: 'Florence '.repeat(typed)}}
    await lake.action({actionType: 'sanity.action.document.edit', ...PAIR, patch})
  }
  await lake.action({actionType: 'sanity.action.document.publish', ...PAIR})
}

const eventsOf = async (lake: SanityClient, id: string) =>
  (await history(lake, `events/documents/${id}?limit=1000`)).events[id]

async function transactionsOf(lake: SanityClient): Promise<{id: string; timestamp: string}[]> {
  const path = `transactions/${PAIR.draftId}?limit=1000&effectFormat=mendoza&excludeMutations=true`
  const lines = String(await history(lake, path))
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

test('thins the keystrokes of a draft an hour after it was published; what history tells stays', async () => {
  const {lake, url, pass} = await lakeWithClock(await temporaryFolder())
  const listen = `${url}/v1/data/listen/production?query=*&enableResume=true`
  const listener = await openListener(listen)
  const [welcome] = await listener.take(1)
  listener.close()
  await writeAndPublish(lake, pass)
  const told = {
    draft: await eventsOf(lake, PAIR.draftId),
    published: await eventsOf(lake, PAIR.publishedId),
  }
  const [publishing] = told.draft
  const path = `documents/${PAIR.draftId}?revision=${publishing.versionRevisionId}`
  const last = await history(lake, path)
  expect(await transactionsOf(lake)).toHaveLength(KEYSTROKES + 2)

  pass(HOUR_MS + 1000)
  const few = await vi.waitUntil(
    async () => {
      const transactions = await transactionsOf(lake)
      return transactions.length <= 9 && transactions
    },
    {timeout: 60_000, interval: 50},
  )

  expect(few.length, 'an edit for each five minutes').toBeGreaterThanOrEqual(7)
  expect(await eventsOf(lake, PAIR.draftId)).toEqual(told.draft)
  expect(await eventsOf(lake, PAIR.publishedId)).toEqual(told.published)
  expect(await history(lake, path)).toEqual(last)
  for (const {id} of few.slice(1, -1)) {
    const {documents} = await history(lake, `documents/${PAIR.draftId}?revision=${id}`)
    expect(documents).toMatchObject([{_rev: id, body: BODY}])
  }
  const behind = await openListener(listen, welcome?.id)
  expect(await behind.take(2)).toMatchObject([{event: 'reset'}, {event: 'welcome'}])
  behind.close()
})

test('after the days of history, a draft keeps its first and its last edit, and every version stays', async () => {
  const {lake, pass} = await lakeWithClock(await temporaryFolder())
  await writeAndPublish(lake, pass)
  const told = await eventsOf(lake, PAIR.publishedId)

  pass(31 * 24 * HOUR_MS)
  const left = await vi.waitUntil(
    async () => {
      const transactions = await transactionsOf(lake)
      return transactions.length === 3 && transactions
    },
    {timeout: 60_000, interval: 50},
  )

  expect(left).toHaveLength(3)
  expect(await eventsOf(lake, PAIR.publishedId)).toEqual(told)
  const published = await history(lake, `documents/florence?revision=${told[0].revisionId}`)
  expect(published.documents).toMatchObject([{title: 'Florence '.repeat(KEYSTROKES)}])
})

test('`npm run lake -- compact` gives room back, and leaves the content and its history as they were', async () => {
  const dataDir = await temporaryFolder()
  const {lake, pass, close} = await lakeWithClock(dataDir)
  await writeAndPublish(lake, pass)
  await expect(runCompact(dataDir)).rejects.toMatchObject({
    stderr: expect.stringContaining('Another lake is using'),
  })
  const [before, told] = [await lake.fetch('*'), await eventsOf(lake, PAIR.draftId)]
  await close()
  const file = join(dataDir, 'lake', 'lake.db')
  const size = (await stat(file)).size

  expect((await runCompact(dataDir)).stdout).toMatch(
    /lake\.db: \d+\.\d MB before, \d+\.\d MB now\./,
  )

  expect((await stat(file)).size).toBeLessThan(size)
  const again = await lakeWithClock(dataDir)
  expect(await again.lake.fetch('*')).toEqual(before)
  expect(await eventsOf(again.lake, PAIR.draftId)).toEqual(told)
})

const runCompact = (dataDir: string) =>
  promisify(execFile)(process.execPath, [MAIN, 'compact'], {
    env: {PATH: process.env['PATH'], DATA_DIR: dataDir},
  })
