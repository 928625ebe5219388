import type {DatabaseSync} from 'node:sqlite'

import {numberOf} from './columns.ts'

/** How far in the log each webhook has been told. */
export function createWebhookCursors(database: DatabaseSync) {
  const select = database.prepare('SELECT seq FROM webhook_cursors WHERE webhook_id = ?')
  const put = database.prepare(
    'INSERT OR REPLACE INTO webhook_cursors (webhook_id, seq) VALUES (?, ?)',
  )

  return {
    /** The `seq` of the last transaction a webhook was told of, or null for a new one. */
    webhookCursor(webhookId: string) {
      const row = select.get(webhookId)
      return row ? numberOf(row, 'seq') : null
    },

    moveWebhookCursor(webhookId: string, seq: number) {
      put.run(webhookId, seq)
    },
  }
}
