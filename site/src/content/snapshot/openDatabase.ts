import {hash} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'

import {localeIds} from '@coworkmed/schemas/locales'

/** Raise it when the tables change: an older snapshot is then fetched anew. */
const VERSION = 6

/**
 * The database of a snapshot. Its last writes may be lost, since all of it can be fetched again; but after a power cut it is
 * one that was, never a mixture of two (`synchronous=NORMAL`): nobody would see that. One that other code made, or for other languages, is emptied. `make` names the code that parses documents.
 */
export function openDatabase(file: string, make: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    prepare(database, makeNumber([VERSION, make, ...localeIds]))
  } catch (error) {
    database.close()
    throw error
  }
  return database
}

function prepare(database: DatabaseSync, wanted: number) {
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA journal_size_limit = 64000000',
  )
  const made = database.prepare('PRAGMA user_version').get()?.user_version
  if (made !== wanted) {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
    for (const {name} of tables) database.exec(`DROP TABLE "${String(name)}"`)
    database.exec(`
      CREATE TABLE documents (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, revision TEXT NOT NULL,
        short TEXT NOT NULL, long_fields TEXT NOT NULL, digests TEXT NOT NULL, refs TEXT NOT NULL,
        derived TEXT NOT NULL, findings TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE long_parts (
        id TEXT NOT NULL, field TEXT NOT NULL, language TEXT NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY (id, field, language)
      );
      CREATE TABLE good (id TEXT PRIMARY KEY, document TEXT) WITHOUT ROWID;
      CREATE TABLE held (id TEXT PRIMARY KEY, revision TEXT, document TEXT) WITHOUT ROWID;
      PRAGMA user_version = ${wanted};
    `)
  }
}

/** As SQLite keeps it. */
const makeNumber = (parts: readonly unknown[]) =>
  Number.parseInt(hash('sha256', parts.join(' ')).slice(0, 7), 16)
