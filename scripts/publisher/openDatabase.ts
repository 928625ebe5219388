import {DatabaseSync} from 'node:sqlite'

/**
 * Opens the publisher's database: webhooks received, publishes, receipts. What is written is on disk when a call
 * returns (`synchronous=FULL`). A database of an older publisher is brought up to this one. Throws with the file's name
 * when it cannot be used.
 */
export function openDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    bringUpToDate(database)
    return database
  } catch (cause) {
    database.close()
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`${file} cannot be opened: ${reason}.`, {cause})
  }
}

function bringUpToDate(database: DatabaseSync) {
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 5000;
     PRAGMA journal_size_limit = ${MOST_JOURNAL_BYTES}`,
  )
  const version = Number(database.prepare('PRAGMA user_version').get()?.user_version)
  for (const [index, change] of CHANGES.entries()) {
    if (index < version) continue
    database.exec(`BEGIN; ${change}; PRAGMA user_version = ${index + 1}; COMMIT`)
  }
}

/** What the write-ahead log is cut back to. */
const MOST_JOURNAL_BYTES = 10_000_000

/** What each version of the publisher added, oldest first; the number of those done is the database's version. */
const CHANGES = [
  `CREATE TABLE IF NOT EXISTS deliveries (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    operation TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    published INTEGER NOT NULL DEFAULT 0
  )`,
  `ALTER TABLE deliveries ADD COLUMN document_type TEXT NOT NULL DEFAULT '';
  ALTER TABLE deliveries ADD COLUMN revision TEXT;
  ALTER TABLE deliveries ADD COLUMN transaction_time TEXT NOT NULL DEFAULT '1970-01-01T00:00:00.000Z';
  CREATE INDEX deliveries_pending ON deliveries (sequence) WHERE published = 0;
  CREATE TABLE publishes (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('begun', 'prepared', 'live', 'waiting', 'refused')),
    release TEXT,
    pages INTEGER NOT NULL DEFAULT 0,
    at TEXT NOT NULL,
    live_at TEXT,
    swap_ms REAL,
    refusal TEXT
  );
  CREATE INDEX publishes_release ON publishes (release, sequence);
  CREATE TABLE receipts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    publish INTEGER NOT NULL REFERENCES publishes ON DELETE CASCADE,
    document TEXT NOT NULL,
    document_type TEXT NOT NULL,
    revision TEXT,
    language TEXT NOT NULL,
    transaction_id TEXT,
    published_at TEXT NOT NULL,
    address TEXT,
    changes TEXT NOT NULL,
    changed INTEGER NOT NULL,
    steps TEXT NOT NULL
  );
  CREATE INDEX receipts_publish ON receipts (publish);
  CREATE INDEX receipts_document ON receipts (document, publish)`,
  'ALTER TABLE receipts ADD COLUMN content_revision TEXT',
  `ALTER TABLE receipts ADD COLUMN refusal TEXT;
  ALTER TABLE receipts ADD COLUMN findings TEXT NOT NULL DEFAULT '[]'`,
]
