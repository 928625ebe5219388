import {DatabaseSync} from 'node:sqlite'

import {inTransaction} from './inTransaction.ts'

/**
 * The directories that are whole and on the disk for good, with their entries as text. A directory that is not in here
 * may have been cut off by a crash. Several processes may have it open. `readOnly` needs the file to be there.
 */
export function openTreeIndex(file: string, {readOnly = false} = {}) {
  const database = new DatabaseSync(file, {readOnly, timeout: 5000})
  if (!readOnly) {
    database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = 10000000;
      CREATE TABLE IF NOT EXISTS trees (hash TEXT PRIMARY KEY, entries TEXT NOT NULL);
    `)
  }
  const select = database.prepare('SELECT entries FROM trees WHERE hash = ?')
  const exists = database.prepare('SELECT 1 FROM trees WHERE hash = ?')

  return {
    has: (hash: string) => exists.get(hash) !== undefined,
    /** The entries of a directory as text. */
    read(hash: string): string | undefined {
      const row = select.get(hash)
      return row && String(row['entries'])
    },
    /** The directories that have a file, or a directory, of this hash. */
    holders: (hash: string): string[] =>
      database
        .prepare('SELECT hash FROM trees WHERE instr(entries, ?) > 0')
        .all(hash)
        .map((row) => String(row['hash'])),
    /** Adds directories. The caller has seen to it that they are on the disk for good. */
    add(trees: ReadonlyMap<string, string>): void {
      const insert = database.prepare('INSERT OR IGNORE INTO trees (hash, entries) VALUES (?, ?)')
      inTransaction(database, () => trees.forEach((entries, hash) => insert.run(hash, entries)))
    },
    /** Forgets every other directory. */
    keepOnly(hashes: ReadonlySet<string>): void {
      const remove = database.prepare('DELETE FROM trees WHERE hash = ?')
      const known = database.prepare('SELECT hash FROM trees').all()
      const others = known.map(({hash}) => String(hash)).filter((hash) => !hashes.has(hash))
      if (others.length === 0) return
      inTransaction(database, () => others.forEach((hash) => remove.run(hash)))
    },
    close: () => database.close(),
  }
}

export type TreeIndex = ReturnType<typeof openTreeIndex>
