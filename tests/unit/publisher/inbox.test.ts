import {join} from 'node:path'

import {expect, onTestFinished, test, vi} from 'vitest'

import {createInbox} from '../../../scripts/publisher/inbox.ts'
import {openDatabase} from '../../../scripts/publisher/openDatabase.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const delivery = (key: string) => ({
  key,
  documentId: 'florence',
  documentType: 'meeting',
  revision: 'r1',
  operation: 'update',
  transactionId: 't1',
  transactionTime: '2026-11-23T10:00:00.000Z',
})

test('knows a webhook again for a week after it was published, and what waits for ever', () => {
  vi.useFakeTimers({now: Date.parse('2026-11-23T10:00:00Z'), toFake: ['Date']})
  onTestFinished(() => void vi.useRealTimers())
  const database = openDatabase(join(temporaryDirectory(), 'publisher.db'))
  onTestFinished(() => database.close())
  const inbox = createInbox(database)
  inbox.record(delivery('published'))
  inbox.settle(inbox.lastSequence())
  inbox.record(delivery('waits'))

  vi.setSystemTime(Date.now() + 6 * DAY_MS)
  inbox.settle(0)
  expect(inbox.record(delivery('published'))).toBe(false)

  vi.setSystemTime(Date.now() + 2 * DAY_MS)
  inbox.settle(0)
  expect(inbox.record(delivery('published'))).toBe(true)
  expect(inbox.record(delivery('waits'))).toBe(false)
})
