import {existsSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'

import {filePath, treePath} from '../../releases/storePaths.ts'

/** Below this, looking at every row is not worth it. */
const FEW_ROWS = 50_000

/** Once there are twice as many rows as were kept the last time, removes those of what is in the store no more. */
export function forgetSwept(database: DatabaseSync, root: string, fewRows = FEW_ROWS): void {
  const count = () =>
    Number(
      database
        .prepare('SELECT (SELECT count(*) FROM copies) + (SELECT count(*) FROM trees) AS n')
        .get()?.['n'],
    )
  const kept = Number(database.prepare('SELECT rows_kept FROM notes').get()?.['rows_kept'])
  if (count() < Math.max(fewRows, 2 * kept)) return
  forget(database, 'copies', (hash) => existsSync(filePath(root, hash)))
  forget(database, 'trees', (hash) => existsSync(treePath(root, hash)))
  database.prepare('UPDATE notes SET rows_kept = ?').run(count())
}

function forget(
  database: DatabaseSync,
  table: 'copies' | 'trees',
  isThere: (hash: string) => boolean,
) {
  const remove = database.prepare(`DELETE FROM ${table} WHERE hash = ?`)
  for (const row of database.prepare(`SELECT hash FROM ${table}`).all()) {
    const hash = String(row['hash'])
    if (!isThere(hash)) remove.run(hash)
  }
}
