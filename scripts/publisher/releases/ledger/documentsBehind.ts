import type {DatabaseSync} from 'node:sqlite'

/** The documents that made the files of a release change, as their reasons name them (`clock` and `code` too). */
export function documentsBehind(database: DatabaseSync, sequence: number): string[] {
  const select = database.prepare(
    `SELECT DISTINCT json_extract(value, '$.document') AS document
     FROM changes, json_each(because) WHERE sequence = ? ORDER BY document`,
  )
  return select.all(sequence).map((row) => String(row['document']))
}
