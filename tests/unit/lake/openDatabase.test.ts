import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {openDatabase} from '../../../scripts/lake/store/openDatabase.ts'

test('syncs every commit to the disk, in a write-ahead log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lake-database-'))
  const database = openDatabase(join(folder, 'lake.db'))
  onTestFinished(async () => {
    database.close()
    await rm(folder, {recursive: true})
  })

  expect(database.prepare('PRAGMA synchronous').get()).toEqual({synchronous: 2})
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'})
})
