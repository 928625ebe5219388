import {existsSync, renameSync, rmSync, statSync} from 'node:fs'
import {dirname} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {makeFolder, syncPath} from '../../durable.ts'
import {numberOf} from './columns.ts'
import {ADDED_COLUMNS, SCHEMA, VERSION} from './schema.ts'

/** Opens the lake's database for writing, creating it when absent. Every commit reaches the disk before it returns. */
export function openDatabase(file: string): DatabaseSync {
  makeFolder(dirname(file))
  assertNotEmptied(file)
  if (!existsSync(file)) createDatabase(file)
  const database = new DatabaseSync(file)
  try {
    database.exec(
      `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000;
       PRAGMA journal_size_limit = ${MOST_JOURNAL_BYTES}`,
    )
    assertDurable(database)
    assertKnownVersion(database)
    database.exec(SCHEMA)
    addColumns(database)
    database.exec(`PRAGMA user_version = ${VERSION}`)
  } catch (error) {
    database.close()
    const reason = error instanceof Error ? error.message : String(error)
    const advice = error instanceof NewerLake ? 'Start that one' : 'Restore it from a backup'
    throw new Error(`${file} cannot be opened: ${reason}. ${advice}.`, {
      cause: error,
    })
  }
  return database
}

/** It has its name once it is whole: a power cut on the first start leaves none, or one that opens. */
function createDatabase(file: string) {
  const making = `${file}.new`
  for (const name of [making, `${making}-journal`]) rmSync(name, {force: true})
  const database = new DatabaseSync(making)
  database.exec(`PRAGMA synchronous = FULL; BEGIN; ${SCHEMA}; COMMIT`)
  database.close()
  renameSync(making, file)
  syncPath(dirname(file))
}

/** A file of no bytes is what is left of a database that was cut off; a new one on top would hide that. */
function assertNotEmptied(file: string) {
  if (!existsSync(file) || statSync(file).size > 0) return
  throw new Error(`${file} is empty. Restore it from a backup, or delete it to start with nothing.`)
}

/** Only what is older than we are can be understood. */
function assertKnownVersion(database: DatabaseSync) {
  const version = numberOf(database.prepare('PRAGMA user_version').get() ?? {}, 'user_version')
  if (version <= VERSION) return
  throw new NewerLake(`it was written by a newer lake (${version}; this one knows ${VERSION})`)
}

class NewerLake extends Error {}

function addColumns(database: DatabaseSync) {
  for (const {table, column, type} of ADDED_COLUMNS) {
    const isThere = database
      .prepare('SELECT 1 FROM pragma_table_info(?) WHERE name = ?')
      .get(table, column)
    if (!isThere) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
  }
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

/** What the log of changes not yet in the file is cut back to, once they are. */
const MOST_JOURNAL_BYTES = 64_000_000
