import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {expect, onTestFinished, test} from 'vitest'

import {createStore} from '../../../scripts/lake/store/createStore.ts'
import {openDatabase} from '../../../scripts/lake/store/openDatabase.ts'

async function temporaryFile() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-database-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return join(folder, 'lake.db')
}

/** What a lake wrote that kept a full copy with every change. */
const FULL_COPIES = `
CREATE TABLE transactions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, dataset TEXT NOT NULL, id TEXT NOT NULL,
  author TEXT NOT NULL, timestamp TEXT NOT NULL, mutations TEXT NOT NULL, UNIQUE (dataset, id)
);
CREATE TABLE changes (
  seq INTEGER NOT NULL, position INTEGER NOT NULL, dataset TEXT NOT NULL,
  document_id TEXT NOT NULL, after TEXT, PRIMARY KEY (seq, position)
);
INSERT INTO transactions VALUES (1, 'production', 'one', 'officer', '2026-03-02T08:00:00.000Z', '[]');
INSERT INTO changes VALUES (1, 0, 'production', 'drafts.florence',
  '{"_id":"drafts.florence","_type":"meeting","_rev":"one","_createdAt":"2026-03-02T08:00:00.000Z","_updatedAt":"2026-03-02T08:00:00.000Z"}');
`

test('syncs every commit to the disk, in a write-ahead log', async () => {
  const database = openDatabase(await temporaryFile())
  onTestFinished(() => database.close())

  expect(database.prepare('PRAGMA synchronous').get()).toEqual({synchronous: 2})
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'})
})

test('reads the history that an older lake wrote', async () => {
  const file = await temporaryFile()
  const older = new DatabaseSync(file)
  older.exec(FULL_COPIES)
  older.close()

  const store = createStore(file)
  onTestFinished(() => store.close())

  expect(store.documentAtSeq('production', 'drafts.florence', 1)).toMatchObject({_rev: 'one'})
})

test('does not touch what a newer lake wrote', async () => {
  const file = await temporaryFile()
  const newer = new DatabaseSync(file)
  newer.exec('PRAGMA user_version = 1000')
  newer.exec('CREATE TABLE something (new)')
  newer.close()

  expect(() => openDatabase(file)).toThrow('written by a newer lake')
})
