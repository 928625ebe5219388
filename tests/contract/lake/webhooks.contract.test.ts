// Longer than most: one sender and one hook, and each promise of Sanity’s about its webhooks has its test.
import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {type LakeOptions, startLake} from '../../../scripts/lake/startLake.ts'
import {delay, drop, duplicate, shuffle} from '../../../scripts/lake/webhooks/faults.ts'
import {type Received, type Receiver, startReceiver} from './receiver.ts'
import {expect, lakeServer, test} from './test.ts'
import {silentLog} from '../../silentLog.ts'

const SECRET = 'a secret for tests only'

/** A lake that tells a receiver; it can be stopped and started again over the same data. */
async function tellingLake(receiver: {port: number}, options: LakeOptions = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-webhooks-'))
  onTestFinished(() => rm(dataDir, {recursive: true}))
  const settings = parseSettings({
    LAKE_PORT: '0',
    DATA_DIR: dataDir,
    PUBLISHER_PORT: String(receiver.port),
    WEBHOOK_SECRET: SECRET,
  })
  async function start() {
    const running = await startLake(settings, silentLog, {retryDelaysMs: [20, 20], ...options})
    const client = await lakeServer(running.port, dataDir).client(settings.dataset)
    let closing: Promise<void> | undefined
    const close = () => (closing ??= running.close())
    onTestFinished(close)
    return {client, close}
  }
  return {...(await start()), restart: start}
}

async function listening(...given: Parameters<typeof startReceiver>): Promise<Receiver> {
  const receiver = await startReceiver(...given)
  onTestFinished(async () => {
    await receiver.close()
  })
  return receiver
}

const ids = (received: readonly Received[]) =>
  received.map(({headers}) => headers['sanity-document-id'])

test('tells of a change, signed so that Sanity’s own library accepts it', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver)

  const {_rev, _updatedAt} = await client.create({_id: 'spring', _type: 'meeting', title: 'Spring'})
  const [{headers, text, body} = fail()] = await receiver.got(1)

  expect(await isValidSignature(text, String(headers[SIGNATURE_HEADER_NAME]), SECRET)).toBe(true)
  expect(await isValidSignature(`${text} `, String(headers[SIGNATURE_HEADER_NAME]), SECRET)).toBe(
    false,
  )
  expect(body).toEqual({
    _id: 'spring',
    _type: 'meeting',
    _rev,
    operation: 'create',
    transactionId: _rev,
    transactionTime: _updatedAt,
  })
  expect(headers).toMatchObject({
    'content-type': 'application/json',
    'idempotency-key': expect.stringMatching(/^"[\w-]{16,}"$/),
    'sanity-dataset': 'production',
    'sanity-document-id': 'spring',
    'sanity-operation': 'create',
    'sanity-project-id': 'local',
    'sanity-transaction-id': _rev,
    'sanity-transaction-time': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    'sanity-webhook-id': 'publisher',
  })
})

test('says nothing of drafts, and one thing of a publish', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver)

  await client.create({_id: 'drafts.spring', _type: 'meeting'})
  await client.patch('drafts.spring').set({title: 'Spring'}).commit()
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.spring',
    publishedId: 'spring',
  })
  await client.create({_id: 'last', _type: 'meeting'})

  expect(ids(await receiver.got(2))).toEqual(['spring', 'last'])
})

test('tells what was deleted', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver)

  const {_rev} = await client.create({_id: 'spring', _type: 'meeting'})
  await client.delete('spring')
  const [, {headers, body} = fail()] = await receiver.got(2)

  expect(headers['sanity-operation']).toBe('delete')
  expect(body).toMatchObject({_id: 'spring', _type: 'meeting', _rev, operation: 'delete'})
})

test('tells of each document of a transaction, in order, one request at a time', async () => {
  const receiver = await listening(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return 200
  })
  const {client} = await tellingLake(receiver)
  const names = Array.from({length: 10}, (_, index) => `meeting-${index}`)

  const transaction = client.transaction()
  for (const _id of names) transaction.create({_id, _type: 'meeting'})
  await transaction.commit()

  expect(ids(await receiver.got(10))).toEqual(names)
  expect(receiver.mostInFlight()).toBe(1)
})

test('tells of one transaction after the other, also when one has to be told again', async () => {
  const receiver = await listening((place) => (place === 4 ? 503 : 200))
  const {client} = await tellingLake(receiver)
  const commit = (name: string) => {
    const transaction = client.transaction().transactionId(name)
    for (const part of ['a', 'b', 'c']) {
      transaction.create({_id: `${name}-${part}`, _type: 'meeting'})
      transaction.create({_id: `drafts.${name}-${part}`, _type: 'meeting'})
    }
    return transaction.commit()
  }
  await Promise.all(['first', 'second', 'third', 'fourth'].map(commit))

  const received = await receiver.got(13)
  const transactions = received.map(({headers}) => headers['sanity-transaction-id'])
  expect(transactions.filter((id, place) => id !== transactions[place - 1])).toHaveLength(4)
  const times = new Map(received.map(({headers}) => [headers['sanity-transaction-id'], headers]))
  for (const [id, headers] of times) {
    const document = await client.getDocument(`${id}-a`)
    expect(headers['sanity-transaction-time']).toBe(document?._updatedAt)
  }
})

test('tells of a page and its tombstone in one transaction', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver)
  const before = await client.create({_id: 'spring', _type: 'meeting', title: 'Spring'})
  const {transactionId} = await client
    .transaction()
    .createOrReplace({_id: 'drafts.spring', _type: 'meeting', title: 'Spring'})
    .delete('spring')
    .createOrReplace({_id: 'tombstone-spring', _type: 'tombstone', formerType: 'meeting'})
    .commit()

  const [, page, tombstone] = await receiver.got(3)
  expect(page?.body).toMatchObject({_id: 'spring', _rev: before._rev, operation: 'delete'})
  expect(tombstone?.body).toMatchObject({_id: 'tombstone-spring', operation: 'create'})
  for (const delivery of [page, tombstone]) {
    expect(delivery?.headers['sanity-transaction-id']).toBe(transactionId)
  }
})

test.for([500, 503, 429])('tries again after %i, with the same key', async (status) => {
  const receiver = await listening((place) => (place === 0 ? status : 200))
  const {client} = await tellingLake(receiver)

  await client.create({_id: 'spring', _type: 'meeting'})
  const [first, second] = await receiver.got(2)

  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
  expect(second?.text).toBe(first?.text)
})

test('does not insist where it is told no', async () => {
  const receiver = await listening((place) => (place === 0 ? 404 : 200))
  const {client} = await tellingLake(receiver)

  await client.create({_id: 'first', _type: 'meeting'})
  await client.create({_id: 'second', _type: 'meeting'})

  expect(ids(await receiver.got(2))).toEqual(['first', 'second'])
})

test('gives up after two more attempts, and goes on', async () => {
  const receiver = await listening((place) => (place < 3 ? 500 : 200))
  const {client} = await tellingLake(receiver)

  await client.create({_id: 'first', _type: 'meeting'})
  await client.create({_id: 'second', _type: 'meeting'})

  expect(ids(await receiver.got(4))).toEqual(['first', 'first', 'first', 'second'])
})

test('tries again when no answer comes in time', async () => {
  const never = new Promise<number>(() => {})
  const receiver = await listening((place) => (place === 0 ? never : 200))
  const {client} = await tellingLake(receiver, {timeoutMs: 100})

  await client.create({_id: 'spring', _type: 'meeting'})

  expect(ids(await receiver.got(2))).toEqual(['spring', 'spring'])
})

test('tells a receiver that was not there yet as soon as it is', async () => {
  const absent = await startReceiver()
  await absent.close()
  const {client} = await tellingLake(absent, {retryDelaysMs: [100, 10_000]})

  await client.create({_id: 'spring', _type: 'meeting'})
  await new Promise((resolve) => setTimeout(resolve, 300))
  const receiver = await listening(() => 200, absent.port)

  expect(ids(await receiver.got(1))).toEqual(['spring'])
})

test('tells after a restart what it had no time to tell before', async () => {
  const absent = await startReceiver()
  await absent.close()
  const lake = await tellingLake(absent, {retryDelaysMs: [100, 60_000]})
  await lake.client.create({_id: 'first', _type: 'meeting'})
  await lake.client.create({_id: 'second', _type: 'meeting'})
  await lake.close()

  const receiver = await listening(() => 200, absent.port)
  const {client} = await lake.restart()
  await client.create({_id: 'third', _type: 'meeting'})

  expect(ids(await receiver.got(3))).toEqual(['first', 'second', 'third'])
})

test('tells within milliseconds', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver)
  const delays: number[] = []

  for (let count = 1; count <= 30; count += 1) {
    await client.create({_type: 'meeting'})
    const acknowledgedAt = performance.now()
    const received = await receiver.got(count)
    delays.push((received.at(-1)?.at ?? Infinity) - acknowledgedAt)
  }

  expect(delays.toSorted((a, b) => a - b)[15]).toBeLessThan(50)
})

test('can be made to tell everything twice', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver, {fault: duplicate(2)})

  await client.create({_id: 'a', _type: 'meeting'})
  await client.create({_id: 'b', _type: 'meeting'})
  const received = await receiver.got(4)

  expect(ids(received)).toEqual(['a', 'a', 'b', 'b'])
  expect(new Set(received.map(({headers}) => headers['idempotency-key'])).size).toBe(2)
})

test('can be made to forget', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver, {fault: drop(2)})

  for (const _id of ['a', 'b', 'c']) await client.create({_id, _type: 'meeting'})

  expect(ids(await receiver.got(2))).toEqual(['a', 'c'])
})

test('can be made to tell out of order', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver, {fault: shuffle(3)})

  for (const _id of ['a', 'b', 'c']) await client.create({_id, _type: 'meeting'})

  expect(ids(await receiver.got(3))).toEqual(['c', 'b', 'a'])
})

test('can be made to tell late', async () => {
  const receiver = await listening()
  const {client} = await tellingLake(receiver, {fault: delay(300)})
  const writtenAt = Date.now()

  await client.create({_id: 'a', _type: 'meeting'})
  await receiver.got(1)

  expect(Date.now() - writtenAt).toBeGreaterThanOrEqual(300)
})

function fail(): never {
  throw new Error('Nothing was received.')
}
