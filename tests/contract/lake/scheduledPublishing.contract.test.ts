import type {SanityClient} from '@sanity/client'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {hearMutations} from './hearMutations.ts'
import {startReceiver} from './receiver.ts'
import {expect, lakeServer, test} from './test.ts'
import {silentLog} from '../../silentLog.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Time for the lake to look twice at what is due. */
const TWO_LOOKS_MS = 1_200

/** A lake whose clock the test sets; it can be stopped and started again over the same data. */
async function clockedLake() {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-schedules-'))
  onTestFinished(() => rm(dataDir, {recursive: true}))
  const receiver = await startReceiver()
  onTestFinished(async () => {
    await receiver.close()
  })
  const settings = parseSettings({
    LAKE_PORT: '0',
    DATA_DIR: dataDir,
    PUBLISHER_PORT: String(receiver.port),
    WEBHOOK_SECRET: 'a secret for tests only',
  })
  let shiftMs = 0
  const now = () => new Date(Date.now() + shiftMs)
  const warnings: string[] = []
  const log = {...silentLog, warn: (_: object, message: string) => warnings.push(message)}
  const start = async () => {
    const running = await startLake(settings, log, {now})
    let closing: Promise<void> | undefined
    const close = () => (closing ??= running.close())
    onTestFinished(close)
    return {client: await lakeServer(running.port, dataDir).client('production'), close}
  }
  return {
    ...(await start()),
    restart: start,
    receiver,
    warnings,
    after: (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString(),
    setClock: (milliseconds: number) => void (shiftMs += milliseconds),
  }
}

const draft = (publishAt: unknown, fields: object = {}) => ({
  _id: 'drafts.spring',
  _type: 'meeting',
  title: 'Spring',
  publishAt,
  ...fields,
})

const idsIn = (client: SanityClient) => client.fetch<string[]>('*[!(_id in path("_.**"))]._id')

/** The ids, once the lake has had time to publish what it should not. */
async function idsLater(client: SanityClient) {
  await new Promise((resolve) => setTimeout(resolve, TWO_LOOKS_MS))
  return idsIn(client)
}

const published = (client: SanityClient, id = 'spring') =>
  expect.poll(() => client.getDocument(id), {timeout: 5_000, interval: 50}).toBeTruthy()

test('publishes a draft at its moment, signed by the lake, and tells everybody', async () => {
  const {client, after, receiver} = await clockedLake()
  const heard = await hearMutations(client, '*[_type == "meeting"]')
  const publishAt = after(700)
  await client.create(draft(publishAt))
  await published(client)

  const document = await client.getDocument('spring')
  expect(document).toMatchObject({_type: 'meeting', title: 'Spring', publishAt})
  expect(String(document?._updatedAt) >= publishAt).toBe(true)
  expect(await idsIn(client)).toEqual(['spring'])
  const [, ...events] = await heard.take(3)
  expect(events.map(({documentId, transition}) => [documentId, transition])).toEqual([
    ['spring', 'appear'],
    ['drafts.spring', 'disappear'],
  ])
  expect(events[0]).toMatchObject({
    identity: 'scheduled-publishing',
    transactionId: document?._rev,
    transactionTotalEvents: 2,
  })
  const [delivery] = await receiver.got(1)
  expect(delivery?.body).toMatchObject({_id: 'spring', _rev: document?._rev, operation: 'create'})
  expect(await client.request({url: '/users/scheduled-publishing'})).toMatchObject({
    displayName: 'Scheduled publishing',
  })
})

test('publishes as the action does: over what was published, references made strong', async () => {
  const {client, after, setClock} = await clockedLake()
  await client.create({_id: 'florence', _type: 'region'})
  const {_createdAt} = await client.create({_id: 'spring', _type: 'meeting', title: 'Winter'})
  const region = {_ref: 'florence', _weak: true, _strengthenOnPublish: {type: 'region'}}
  await client.create(draft(after(HOUR_MS), {region}))
  setClock(HOUR_MS)

  await expect
    .poll(() => client.getDocument('spring'), {timeout: 5_000})
    .toMatchObject({title: 'Spring', _createdAt, region: {_ref: 'florence'}})
  expect((await client.getDocument('spring'))?.['region']).toEqual({_ref: 'florence'})
})

test('leaves drafts alone whose time makes no sense, or was past when it was written', async () => {
  const {client, after, setClock} = await clockedLake()
  const times = [after(-1), '2099-01-01', '2099-01-01T09:00:00', '2099-99-01T09:00:00Z', 4e12, null]
  for (const [place, publishAt] of times.entries()) {
    await client.create(draft(publishAt, {_id: `drafts.${place}`}))
  }
  await client.create(draft(after(HOUR_MS), {_id: 'versions.r.spring'}))
  setClock(100 * 365 * 24 * HOUR_MS)

  const drafts = times.map((_, place) => `drafts.${place}`)
  expect(await idsLater(client)).toEqual([...drafts, 'versions.r.spring'])
})

test('does not put edits live of a document that was published as scheduled long ago', async () => {
  const {client, after, setClock} = await clockedLake()
  await client.create(draft(after(HOUR_MS)))
  setClock(2 * HOUR_MS)
  await published(client)
  await client.action({
    actionType: 'sanity.action.document.edit',
    draftId: 'drafts.spring',
    publishedId: 'spring',
    patch: {set: {title: 'Summ'}},
  })
  await client.patch('drafts.spring').set({title: 'Summer'}).commit()

  expect(await idsLater(client)).toEqual(['drafts.spring', 'spring'])
  expect(await client.getDocument('spring')).toMatchObject({title: 'Spring'})
})

test('follows the field: a later time waits, an edit of the rest goes with it', async () => {
  const {client, after, setClock} = await clockedLake()
  await client.create(draft(after(HOUR_MS)))
  await client
    .patch('drafts.spring')
    .set({publishAt: after(3 * HOUR_MS)})
    .commit()
  setClock(2 * HOUR_MS)
  expect(await idsLater(client)).toEqual(['drafts.spring'])

  await client.patch('drafts.spring').set({title: 'Summer'}).commit()
  setClock(HOUR_MS)
  await published(client)
  expect(await client.getDocument('spring')).toMatchObject({title: 'Summer'})
})

const disarming: [string, (client: SanityClient) => Promise<unknown>, string[]][] = [
  [
    'the field is taken away',
    (client) => client.patch('drafts.spring').unset(['publishAt']).commit(),
    ['drafts.spring'],
  ],
  [
    'the draft is discarded, and written again without it',
    async (client) => {
      await client.delete('drafts.spring')
      await client.create({_id: 'drafts.spring', _type: 'meeting'})
    },
    ['drafts.spring'],
  ],
  [
    'it is published by hand, and edited again',
    async (client) => {
      await client.action({
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.spring',
        publishedId: 'spring',
      })
      await client.create({_id: 'drafts.spring', _type: 'meeting'})
    },
    ['drafts.spring', 'spring'],
  ],
]
test.for(disarming)('publishes nothing when %s', async ([, disarm, ids]) => {
  const {client, after, setClock} = await clockedLake()
  await client.create(draft(after(HOUR_MS)))
  await disarm(client)
  setClock(2 * HOUR_MS)

  expect(await idsLater(client)).toEqual(ids)
})

test('publishes late rather than never what came due while it was not running', async () => {
  const {client, after, setClock, close, restart} = await clockedLake()
  await client.create(draft(after(HOUR_MS)))
  await close()
  setClock(48 * HOUR_MS)

  const again = await restart()
  await published(again.client)
  expect(await idsIn(again.client)).toEqual(['spring'])
})

test('waits as long as the clock says, also when the clock is set back', async () => {
  const {client, after, setClock} = await clockedLake()
  await client.create(draft(after(2 * HOUR_MS)))
  setClock(-HOUR_MS)
  await client.create({_id: 'drafts.autumn', _type: 'meeting', publishAt: after(30 * MINUTE_MS)})
  setClock(HOUR_MS)
  await published(client, 'autumn')
  expect(await idsLater(client)).toEqual(['autumn', 'drafts.spring'])

  setClock(60 * 24 * HOUR_MS)
  await published(client)
})

test('keeps what cannot be published, says why, and publishes it when it can be', async () => {
  const {client, after, setClock, warnings, close, restart} = await clockedLake()
  const region = {_ref: 'florence', _weak: true, _strengthenOnPublish: {type: 'region'}}
  await client.create(draft(after(HOUR_MS), {region}))
  setClock(HOUR_MS)
  await expect.poll(() => warnings.length, {timeout: 10_000}).toBe(2)

  expect(warnings).toEqual([
    expect.stringMatching(/"drafts.spring".*non-existent document "florence".*again in 1 s/),
    expect.stringMatching(/"drafts.spring".*non-existent document "florence".*again in 2 s/),
  ])
  await close()
  const again = await restart()
  await again.client.create({_id: 'florence', _type: 'region'})
  await published(again.client)
})
