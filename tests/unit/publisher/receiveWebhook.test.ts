import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {encodeSignatureHeader} from '@sanity/webhook'
import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import type {Inbox} from '../../../scripts/publisher/inbox.ts'
import {createInbox} from '../../../scripts/publisher/inbox.ts'
import {openDatabase} from '../../../scripts/publisher/openDatabase.ts'
import {receiveWebhook} from '../../../scripts/publisher/webhook/receiveWebhook.ts'
import {checkSignature} from '../../../scripts/publisher/webhook/signature.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const secret = 'a-secret-for-tests-only'
const now = Date.parse('2026-11-23T10:00:00Z')
const payload = JSON.stringify({_id: 'florence', _type: 'meeting', _rev: 'r1'})

function openInbox(file = join(temporaryDirectory(), 'publisher.db')) {
  const database = openDatabase(file)
  onTestFinished(() => {
    if (database.isOpen) database.close()
  })
  return Object.assign(createInbox(database), {close: () => database.close()})
}

/** What a publisher that goes by one secret makes of a request. */
const receive = (request: Request, inbox: Inbox, secrets = [secret]) =>
  receiveWebhook(request, {inbox, secrets, now, crashPoint: () => {}})

async function webhook({
  body = payload,
  at = now,
  key = '"k1"',
  signedWith = secret,
  headers = {},
} = {}) {
  return new Request('http://localhost/webhook', {
    method: 'POST',
    body,
    headers: {
      'sanity-webhook-signature': await encodeSignatureHeader(body, at, signedWith),
      'idempotency-key': key,
      'sanity-document-id': 'florence',
      'sanity-operation': 'update',
      ...headers,
    },
  })
}

test('keeps a webhook that Sanity’s own library signed, before it is acknowledged', async () => {
  const inbox = openInbox()

  const answer = await receive(await webhook(), inbox)

  expect(answer).toEqual({status: 202, body: {accepted: 'k1'}})
  expect(inbox.pendingCount()).toBe(1)
})

test('answers 200 to a key it has seen, quoted or not, and keeps nothing more', async () => {
  const inbox = openInbox()
  await receive(await webhook(), inbox)

  const again = await receive(await webhook({key: 'k1'}), inbox)

  expect(again.status).toBe(200)
  expect(inbox.lastSequence()).toBe(1)
})

test.each([
  {what: 'another secret', change: {signedWith: 'some-other-secret'}, status: 401},
  {what: 'a time stamp six minutes old', change: {at: now - 6 * 60_000}, status: 401},
  {what: 'a time stamp six minutes ahead', change: {at: now + 6 * 60_000}, status: 401},
  {what: 'no signature', change: {headers: {'sanity-webhook-signature': ''}}, status: 401},
  {what: 'no idempotency key', change: {key: ''}, status: 400},
  {what: 'a body that is not JSON', change: {body: 'hello'}, status: 400},
  {what: 'a body without an id', change: {body: '{"_type": "meeting"}'}, status: 400},
  {
    what: 'a body of two megabytes',
    change: {body: JSON.stringify({_id: 'x'.repeat(2_000_000)})},
    status: 413,
  },
  {
    what: 'an id of a million characters',
    change: {body: JSON.stringify({_id: 'x'.repeat(1_000_000), _type: 'meeting'})},
    status: 400,
  },
  {what: 'an id that no backend gives', change: {body: '{"_id": "../../etc/passwd"}'}, status: 400},
])('refuses $what with $status, and keeps nothing', async ({change, status}) => {
  const inbox = openInbox()

  const answer = await receive(await webhook(change), inbox)

  expect(answer.status).toBe(status)
  expect(inbox.lastSequence()).toBe(0)
})

test('keeps which document it was about, how far on, and when the lake took it', async () => {
  const inbox = openInbox()
  const transaction = {
    'sanity-transaction-id': 't1',
    'sanity-transaction-time': '2026-11-23T09:59:59Z',
  }

  await receive(await webhook({headers: transaction}), inbox)
  await receive(
    await webhook({key: '"k2"', headers: {...transaction, 'sanity-operation': 'delete'}}),
    inbox,
  )

  const about = {
    documentId: 'florence',
    documentType: 'meeting',
    transactionId: 't1',
    transactionTime: '2026-11-23T09:59:59.000Z',
  }
  expect(inbox.pending()).toMatchObject([
    {...about, revision: 'r1'},
    {...about, revision: null},
  ])
})

test('believes its signed body, not the headers of a replay', async () => {
  const inbox = openInbox()
  const body = JSON.stringify({
    _id: 'florence',
    _type: 'meeting',
    operation: 'update',
    transactionId: 't1',
    transactionTime: '2026-11-23T09:59:59Z',
  })

  await receive(
    await webhook({
      body,
      headers: {
        'sanity-document-id': 'split',
        'sanity-operation': 'delete',
        'sanity-transaction-id': 't2',
        'sanity-transaction-time': '2036-01-01T00:00:00Z',
      },
    }),
    inbox,
  )

  expect(inbox.pending()).toMatchObject([
    {documentId: 'florence', transactionId: 't1', transactionTime: '2026-11-23T09:59:59.000Z'},
  ])
})

test('accepts either of two secrets while one takes the other’s place', async () => {
  const inbox = openInbox()
  const secrets = ['the-new-secret-for-tests', secret]

  const old = await receive(await webhook(), inbox, secrets)
  const fresh = await receive(
    await webhook({key: '"k2"', signedWith: 'the-new-secret-for-tests'}),
    inbox,
    secrets,
  )
  const other = await receive(
    await webhook({key: '"k3"', signedWith: 'some-other-secret'}),
    inbox,
    secrets,
  )

  expect([old.status, fresh.status, other.status]).toEqual([202, 202, 401])
})

test.each(['drafts.florence', 'versions.r1.florence'])(
  'thanks for word of %s, and keeps nothing: it is on nobody’s site',
  async (documentId) => {
    const inbox = openInbox()

    const answer = await receive(
      await webhook({body: JSON.stringify({_id: documentId, _type: 'meeting'})}),
      inbox,
    )

    expect(answer.status).toBe(200)
    expect(inbox.lastSequence()).toBe(0)
  },
)

test('takes over what an older publisher kept', async () => {
  const file = join(temporaryDirectory(), 'publisher.db')
  const old = new DatabaseSync(file)
  old.exec(`
    CREATE TABLE deliveries (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL,
      transaction_id TEXT NOT NULL, operation TEXT NOT NULL, received_at INTEGER NOT NULL,
      published INTEGER NOT NULL DEFAULT 0
    );
    INSERT INTO deliveries (key, document_id, transaction_id, operation, received_at)
    VALUES ('k1', 'florence', 't1', 'update', 1)
  `)
  old.close()

  const inbox = openInbox(file)

  expect(inbox.pending()).toMatchObject([{documentId: 'florence', transactionId: 't1'}])
  expect((await receive(await webhook(), inbox)).status).toBe(200)
})

test('refuses a body that was changed after signing, even by a space', async () => {
  const inbox = openInbox()
  const signed = await webhook()
  const tampered = new Request(signed.url, {
    method: 'POST',
    headers: signed.headers,
    body: `${payload} `,
  })

  expect((await receive(tampered, inbox)).status).toBe(401)
})

test('never accepts, and never stumbles over, a made-up signature', () => {
  const header = fc.oneof(fc.string(), fc.stringMatching(/^t=\d{1,16},v1=[A-Za-z0-9_-]{40,44}$/))

  fc.assert(
    fc.property(header, (made) => {
      expect(
        checkSignature({header: made, body: Buffer.from(payload), secrets: [secret], now}),
      ).toEqual(expect.any(String))
    }),
    {numRuns: 5000},
  )
})

test('remembers deliveries and keys after it is opened again', async () => {
  const file = join(temporaryDirectory(), 'publisher.db')
  const before = openInbox(file)
  await receive(await webhook(), before)
  before.close()

  const inbox = openInbox(file)

  expect(inbox.pendingCount()).toBe(1)
  expect((await receive(await webhook(), inbox)).status).toBe(200)
})
