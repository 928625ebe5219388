import {join} from 'node:path'

import {encodeSignatureHeader} from '@sanity/webhook'
import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import {createInbox} from '../../../scripts/publisher/inbox.ts'
import {receiveWebhook} from '../../../scripts/publisher/webhook/receiveWebhook.ts'
import {checkSignature} from '../../../scripts/publisher/webhook/signature.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const secret = 'a-secret-for-tests-only'
const now = Date.parse('2026-11-23T10:00:00Z')
const payload = JSON.stringify({_id: 'florence', _type: 'meeting', _rev: 'r1'})

function openInbox() {
  const inbox = createInbox(join(temporaryDirectory(), 'publisher.db'))
  onTestFinished(inbox.close)
  return inbox
}

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

  const answer = await receiveWebhook(await webhook(), {inbox, secret, now})

  expect(answer).toEqual({status: 202, body: {accepted: 'k1'}})
  expect(inbox.pendingCount()).toBe(1)
})

test('answers 200 to a key it has seen, quoted or not, and keeps nothing more', async () => {
  const inbox = openInbox()
  await receiveWebhook(await webhook(), {inbox, secret, now})

  const again = await receiveWebhook(await webhook({key: 'k1'}), {inbox, secret, now})

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
])('refuses $what with $status, and keeps nothing', async ({change, status}) => {
  const inbox = openInbox()

  const answer = await receiveWebhook(await webhook(change), {inbox, secret, now})

  expect(answer.status).toBe(status)
  expect(inbox.lastSequence()).toBe(0)
})

test('refuses a body that was changed after signing, even by a space', async () => {
  const inbox = openInbox()
  const signed = await webhook()
  const tampered = new Request(signed.url, {
    method: 'POST',
    headers: signed.headers,
    body: `${payload} `,
  })

  expect((await receiveWebhook(tampered, {inbox, secret, now})).status).toBe(401)
})

test('never accepts, and never stumbles over, a made-up signature', () => {
  const header = fc.oneof(fc.string(), fc.stringMatching(/^t=\d{1,16},v1=[A-Za-z0-9_-]{40,44}$/))

  fc.assert(
    fc.property(header, (made) => {
      expect(checkSignature({header: made, body: Buffer.from(payload), secret, now})).toEqual(
        expect.any(String),
      )
    }),
    {numRuns: 5000},
  )
})

test('remembers deliveries and keys after it is opened again', async () => {
  const file = join(temporaryDirectory(), 'publisher.db')
  const before = createInbox(file)
  await receiveWebhook(await webhook(), {inbox: before, secret, now})
  before.close()

  const inbox = createInbox(file)
  onTestFinished(inbox.close)

  expect(inbox.pendingCount()).toBe(1)
  expect((await receiveWebhook(await webhook(), {inbox, secret, now})).status).toBe(200)
})
