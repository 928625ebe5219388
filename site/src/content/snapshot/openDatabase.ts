import {hash} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'

import {localeIds} from '@coworkmed/schemas/locales'

/** Raise it when the tables or the way documents are taken apart change: an older snapshot is then fetched anew. */
const VERSION = 4
/** Documents are taken apart by language, so one of other languages is of another make too. A number, as SQLite keeps it. */
const MAKE = Number.parseInt(hash('sha256', [VERSION, ...localeIds].join(' ')).slice(0, 7), 16)

/**
 * The database of a snapshot. It may be lost at any time, since all of it can be fetched again: it is not forced to the
 * disk, and one of another make is emptied.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
  const made = database.prepare('PRAGMA user_version').get()?.user_version
  if (made !== MAKE) {
    const tables = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`).all()
    for (const {name} of tables) database.exec(`DROP TABLE "${String(name)}"`)
    database.exec(`
      CREATE TABLE documents (
        id TEXT PRIMARY KEY, type TEXT NOT NULL, revision TEXT NOT NULL,
        short TEXT NOT NULL, long_fields TEXT NOT NULL, digests TEXT NOT NULL, refs TEXT NOT NULL,
        derived TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE long_parts (
        id TEXT NOT NULL, field TEXT NOT NULL, language TEXT NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY (id, field, language)
      );
      PRAGMA user_version = ${MAKE};
    `)
  }
  return database
}
