import {mkdirSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {SCHEMA} from './schema.ts'

/** Opens the lake's database for writing, creating it when absent. Every commit reaches the disk before it returns. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), {recursive: true})
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000')
  assertDurable(database)
  database.exec(SCHEMA)
  return database
}

function assertDurable(database: DatabaseSync) {
  const row = database.prepare('PRAGMA synchronous').get()
  if (row?.['synchronous'] !== FULL) {
    throw new Error(
      `PRAGMA synchronous is ${row?.['synchronous']}, not ${FULL}: an acknowledged write could be lost.`,
    )
  }
}

const FULL = 2
