import {DatabaseSync} from 'node:sqlite'

/** A webhook as it is kept: enough to know it again, and to say what it was about. */
export interface Delivery {
  key: string
  documentId: string
  transactionId: string
  operation: string
}

/** How long a key is remembered: longer than any sender goes on repeating. */
const REMEMBER_MS = 7 * 24 * 60 * 60 * 1000

/**
 * The webhooks that came, kept on disk before they are acknowledged (`synchronous=FULL`).
 * A delivery is pending until a publish that began after it has gone live.
 */
export function createInbox(file: string) {
  const database = new DatabaseSync(file)
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS deliveries (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT,
      key TEXT NOT NULL UNIQUE,
      document_id TEXT NOT NULL,
      transaction_id TEXT NOT NULL,
      operation TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      published INTEGER NOT NULL DEFAULT 0
    );
  `)
  database
    .prepare('DELETE FROM deliveries WHERE published = 1 AND received_at < ?')
    .run(Date.now() - REMEMBER_MS)

  const insert = database.prepare(
    `INSERT INTO deliveries (key, document_id, transaction_id, operation, received_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (key) DO NOTHING`,
  )
  const last = database.prepare('SELECT coalesce(max(sequence), 0) AS sequence FROM deliveries')
  const pending = database.prepare('SELECT count(*) AS count FROM deliveries WHERE published = 0')
  const settle = database.prepare(
    'UPDATE deliveries SET published = 1 WHERE published = 0 AND sequence <= ?',
  )

  return {
    /** Keeps a delivery; `false` when its key was seen before. Durable when it returns. */
    record: ({key, documentId, transactionId, operation}: Delivery) =>
      insert.run(key, documentId, transactionId, operation, Date.now()).changes === 1,
    /** The number of the newest delivery. */
    lastSequence: () => Number(last.get()?.sequence),
    /** How many deliveries wait for a publish. */
    pendingCount: () => Number(pending.get()?.count),
    /** Marks every delivery up to this number as live. */
    settle: (sequence: number) => void settle.run(sequence),
    close: () => database.close(),
  }
}

export type Inbox = ReturnType<typeof createInbox>
