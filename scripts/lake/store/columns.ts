import type {SQLOutputValue} from 'node:sqlite'

import {isLakeDocument, type LakeDocument} from './lakeDocument.ts'

/** A row as SQLite returns it. */
export type Row = Record<string, SQLOutputValue>

/** A text column. Throws when the column holds something else: the file is not ours, or is damaged. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw damaged(column, value)
  return value
}

/** A whole-number column. */
export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw damaged(column, value)
  return value
}

/** A column that holds a document as JSON, or nothing. */
export function documentOf(row: Row, column: string): LakeDocument | null {
  if (row[column] === null) return null
  const parsed: unknown = JSON.parse(textOf(row, column))
  if (!isLakeDocument(parsed)) throw damaged(column, row[column])
  return parsed
}

function damaged(column: string, value: unknown) {
  const shown = String(value).slice(0, 80)
  return new Error(
    `lake.db: column ${column} holds ${shown}, which the lake never writes. Restore the file from a backup.`,
  )
}
