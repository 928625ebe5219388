import type {DatabaseSync} from 'node:sqlite'

import type {AddressChange, Cause} from '../../builder/protocol.ts'
import {parseCauses} from './cause.ts'

/** A file that two releases do not have alike, as seen from the first. */
export interface PageDifference {
  path: string
  change: AddressChange['change']
  because: Cause[]
}

/** What differs between two releases, by sequence, whichever is older. What changed and changed back is left out. */
export function differingPages(database: DatabaseSync, from: number, to: number): PageDifference[] {
  const hashAt = createHashReader(database)
  const touched = database.prepare(
    `SELECT path, json_group_array(json(because)) AS because FROM changes
     WHERE sequence > ? AND sequence <= ? GROUP BY path ORDER BY path`,
  )
  return touched.all(Math.min(from, to), Math.max(from, to)).flatMap((row) => {
    const path = String(row['path'])
    const change = changeBetween(hashAt(path, from), hashAt(path, to))
    return change ? [{path, change, because: parseCauses(row['because'])}] : []
  })
}

function createHashReader(database: DatabaseSync) {
  const select = database.prepare(
    `SELECT hash FROM pages
     WHERE path = ? AND from_sequence <= ? AND (to_sequence IS NULL OR to_sequence > ?)`,
  )
  return (path: string, sequence: number) => select.get(path, sequence, sequence)?.['hash']
}

function changeBetween(before: unknown, after: unknown): AddressChange['change'] | undefined {
  if (before === after) return undefined
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}
