import {existsSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

import {createContentReader} from './createContentReader.ts'
import {createPageReader} from './createPageReader.ts'
import {createReleaseReader} from './createReleaseReader.ts'
import {createReleaseRecorder} from './createReleaseRecorder.ts'
import {differingPages} from './differingPages.ts'
import {documentsBehind} from './documentsBehind.ts'
import {keepReleases} from './keepReleases.ts'
import {LATER_COLUMNS, SCHEMA} from './schema.ts'

/**
 * What each release is made of and why, in SQLite. One process writes at a time, others may read. The newest release
 * need not be the live one: it is recorded before the swap, and may be refused, waiting or rolled back.
 * Creates the file, unless `readOnly`. Throws when it cannot be opened.
 */
export function openLedger(file: string, {readOnly = false} = {}) {
  const database = openDatabase(file, readOnly)
  return {
    ...createReleaseReader(database),
    ...createPageReader(database),
    ...createContentReader(database),
    ...createReleaseRecorder(database),
    /** The files that differ between two releases, by sequence; the reasons are those of all releases between. */
    differingPages: (from: number, to: number) => differingPages(database, from, to),
    /** The documents that made the files of a release change, by sequence. */
    documentsBehind: (sequence: number) => documentsBehind(database, sequence),
    /** Forgets every other release, by sequence. */
    keepReleases: (sequences: ReadonlySet<number>) => keepReleases(database, sequences),
    close: () => database.close(),
  }
}

export type Ledger = ReturnType<typeof openLedger>

function openDatabase(file: string, readOnly: boolean) {
  if (readOnly && !existsSync(file)) {
    throw new Error(`There is no release yet: ${file} is not there. Start the publisher first.`)
  }
  try {
    const database = new DatabaseSync(file, {readOnly, timeout: 5000})
    if (!readOnly) {
      database.exec(
        `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${SCHEMA}; PRAGMA journal_size_limit = 10000000`,
      )
      addLaterColumns(database)
    }
    return database
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `${file} cannot be opened: ${reason}. Delete it to have the whole site built anew.`,
      {cause: error},
    )
  }
}

function addLaterColumns(database: DatabaseSync) {
  for (const {table, name, definition} of LATER_COLUMNS) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info(?)`).all(table)
    if (columns.some((column) => column['name'] === name)) continue
    database.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${definition}`)
  }
}
