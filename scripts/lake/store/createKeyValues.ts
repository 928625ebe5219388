import type {DatabaseSync} from 'node:sqlite'

import {textOf} from './columns.ts'

/** One setting that a person's Studio keeps on the server: `value` is JSON. */
export interface KeyValue {
  key: string
  value: unknown
  updatedAt: string
}

/** Per-person settings of the Studio (sort orders, recent searches). */
export function createKeyValues(database: DatabaseSync) {
  const select = database.prepare(
    'SELECT key, value, updated_at FROM key_values WHERE user_id = ? AND key = ?',
  )
  const put = database.prepare(
    'INSERT OR REPLACE INTO key_values (user_id, key, value, updated_at) VALUES (?, ?, ?, ?)',
  )

  return {
    /** The setting, or null when it was never written. */
    readKeyValue(userId: string, key: string): KeyValue | null {
      const row = select.get(userId, key)
      if (!row) return null
      const value: unknown = JSON.parse(textOf(row, 'value'))
      return {key, value, updatedAt: textOf(row, 'updated_at')}
    },

    writeKeyValue(userId: string, {key, value, updatedAt}: KeyValue) {
      put.run(userId, key, JSON.stringify(value), updatedAt)
    },
  }
}
