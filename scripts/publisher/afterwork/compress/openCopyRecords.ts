import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

import {inTransaction} from '../../releases/inTransaction.ts'
import {filePath} from '../../releases/storePaths.ts'
import type {Copies} from './copies.ts'
import {forgetSwept} from './forgetSwept.ts'

/** Raise it when copies are made in another way. */
const RECIPE = 1
const {node, brotli, zlib} = process.versions
/** What copies are made with: those that something else made are made anew. */
const MADE_WITH = JSON.stringify([RECIPE, node, brotli, zlib])

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS copies (hash TEXT PRIMARY KEY, br TEXT, gzip TEXT) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS trees (hash TEXT PRIMARY KEY, second TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS notes (recipe NOT NULL, rows_kept INTEGER NOT NULL);
`
const copies = z.object({br: z.string().nullable(), gzip: z.string().nullable()})

/**
 * Which copies were made of which file, and which directory with copies of which plain one: `copies.db` in the folder of
 * releases. It may be deleted: everything is then compressed once more.
 */
export function openCopyRecords(root: string, madeWith: string = MADE_WITH) {
  const database = new DatabaseSync(join(root, 'copies.db'), {timeout: 5000})
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA journal_size_limit = 10000000; ${SCHEMA}`)
  forgetOtherRecipes(database, madeWith)
  const isThere = (hash: string | null) => hash === null || existsSync(filePath(root, hash))
  const file = database.prepare('SELECT br, gzip FROM copies WHERE hash = ?')
  const tree = database.prepare('SELECT second FROM trees WHERE hash = ?')
  const addFile = database.prepare('INSERT OR REPLACE INTO copies VALUES (?, ?, ?)')
  const addTree = database.prepare('INSERT OR REPLACE INTO trees VALUES (?, ?)')

  return {
    /** The copies of a file; `undefined` where none were made, or they were swept. */
    copiesOf(hash: string): Copies | undefined {
      const row = file.get(hash)
      const found = row && copies.parse(row)
      return found && isThere(found.br) && isThere(found.gzip) ? found : undefined
    },
    /** The directory with copies that was made of a plain one; it may have been swept. */
    treeOf(hash: string): string | undefined {
      const row = tree.get(hash)
      return row && String(row['second'])
    },
    /** Notes what was made. The caller has seen to it that it is on the disk for good. */
    add: (files: ReadonlyMap<string, Copies>, trees: ReadonlyMap<string, string>): void =>
      inTransaction(database, () => {
        files.forEach(({br, gzip}, hash) => addFile.run(hash, br, gzip))
        trees.forEach((second, hash) => addTree.run(hash, second))
        forgetSwept(database, root)
      }),
    close: () => database.close(),
  }
}

function forgetOtherRecipes(database: DatabaseSync, madeWith: string) {
  const recipe = database.prepare('SELECT recipe FROM notes').get()?.['recipe']
  if (recipe === madeWith) return
  inTransaction(database, () => {
    database.exec('DELETE FROM copies; DELETE FROM trees; DELETE FROM notes')
    database.prepare('INSERT INTO notes VALUES (?, 0)').run(madeWith)
  })
}
