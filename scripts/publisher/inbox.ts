import type {DatabaseSync} from 'node:sqlite'

import {z} from 'zod'

/** A webhook as it is kept: enough to know it again, and to say which document it was about, and how far on. */
export interface Delivery {
  key: string
  documentId: string
  documentType: string
  /** The document's revision after the transaction; `null` when it was deleted. */
  revision: string | null
  operation: string
  transactionId: string
  /** When the lake took the transaction, ISO 8601. */
  transactionTime: string
}

/** A delivery that waits for a publish. */
export type PendingDelivery = z.infer<typeof pendingRow>

/** How long a key is remembered: longer than any sender goes on repeating. */
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000

const pendingRow = z.object({
  sequence: z.number(),
  documentId: z.string(),
  documentType: z.string(),
  revision: z.string().nullable(),
  transactionId: z.string(),
  transactionTime: z.string(),
  receivedAt: z.number(),
})

/**
 * The webhooks that came, kept on disk before they are acknowledged.
 * A delivery is pending until a publish that began after it has gone live.
 */
export function createInbox(database: DatabaseSync) {
  const forget = database.prepare('DELETE FROM deliveries WHERE published = 1 AND received_at < ?')
  const insert = database.prepare(
    `INSERT INTO deliveries
       (key, document_id, document_type, revision, operation, transaction_id, transaction_time, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING`,
  )
  const last = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM deliveries')
  const pending = database.prepare(
    `SELECT sequence, document_id AS documentId, document_type AS documentType, revision,
       transaction_id AS transactionId, transaction_time AS transactionTime, received_at AS receivedAt
     FROM deliveries WHERE published = 0 ORDER BY sequence`,
  )
  const pendingCount = database.prepare(
    'SELECT count(*) AS count FROM deliveries WHERE published = 0',
  )
  const settle = database.prepare(
    'UPDATE deliveries SET published = 1 WHERE published = 0 AND sequence <= ?',
  )

  return {
    /** Keeps a delivery; `false` when its key was seen before. Durable when it returns. */
    record: (delivery: Delivery) =>
      insert.run(
        delivery.key,
        delivery.documentId,
        delivery.documentType,
        delivery.revision,
        delivery.operation,
        delivery.transactionId,
        delivery.transactionTime,
        Date.now(),
      ).changes === 1,
    /** The number of the newest delivery. */
    lastSequence: () => Number(last.get()?.sequence),
    /** The deliveries that wait for a publish, in the order they came. */
    pending: (): PendingDelivery[] => pending.all().map((row) => pendingRow.parse(row)),
    /** How many deliveries wait for a publish. */
    pendingCount: () => Number(pendingCount.get()?.count),
    /** Marks every delivery up to this number as dealt with, and forgets those of long ago. */
    settle(sequence: number) {
      settle.run(sequence)
      forget.run(Date.now() - REMEMBER_MS)
    },
  }
}

export type Inbox = ReturnType<typeof createInbox>
