import type {DatabaseSync} from 'node:sqlite'

import {textOf} from './columns.ts'

/** The datasets the lake has. One must be created before it is written to, so that a misspelt name is an error. */
export function createDatasetList(database: DatabaseSync) {
  const insert = database.prepare('INSERT OR IGNORE INTO datasets (name, created_at) VALUES (?, ?)')
  const select = database.prepare('SELECT name, created_at FROM datasets ORDER BY name')
  const selectOne = database.prepare('SELECT name FROM datasets WHERE name = ?')

  return {
    /** Creates a dataset; false when it existed. */
    createDataset: (name: string, createdAt: string) => insert.run(name, createdAt).changes === 1,

    hasDataset: (name: string) => selectOne.get(name) !== undefined,

    datasets: () =>
      select
        .all()
        .map((row) => ({name: textOf(row, 'name'), createdAt: textOf(row, 'created_at')})),
  }
}
