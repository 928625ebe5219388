/**
 * The tables of lake.db. `transactions` and `changes` are the append-only log and the truth;
 * `documents`, `document_references` and `schedules` derive from them and are written in the same commit.
 * A change holds the state it left: `encodeState` says how. The mutations of a transaction that stands for several, after
 * thinning, are empty: they follow from the states. "thinning" remembers how far that has come.
 * The index `documents_columns` holds all that can be said of a document without reading its body.
 */
export const SCHEMA = `
CREATE TABLE IF NOT EXISTS log_identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL
);
INSERT OR IGNORE INTO log_identity VALUES (1, lower(hex(randomblob(6))));
CREATE TABLE IF NOT EXISTS datasets (
  name TEXT PRIMARY KEY,
  created_at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS transactions (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  author TEXT NOT NULL,
  timestamp TEXT NOT NULL,
  mutations TEXT NOT NULL,
  UNIQUE (dataset, id)
);
CREATE TABLE IF NOT EXISTS changes (
  seq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  dataset TEXT NOT NULL,
  document_id TEXT NOT NULL,
  after TEXT,
  patch TEXT,
  depth INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (seq, position)
);
CREATE INDEX IF NOT EXISTS changes_of_document ON changes (dataset, document_id, seq);
CREATE TABLE IF NOT EXISTS documents (
  dataset TEXT NOT NULL,
  id TEXT NOT NULL,
  type TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (dataset, id)
);
CREATE INDEX IF NOT EXISTS documents_columns ON documents (
  dataset, type, id,
  body ->> '$._rev', body ->> '$._createdAt', body ->> '$._updatedAt',
  json_type(body, '$._system.delete')
);
DROP INDEX IF EXISTS documents_by_type;
CREATE TABLE IF NOT EXISTS document_references (
  dataset TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_id TEXT NOT NULL,
  weak INTEGER NOT NULL,
  PRIMARY KEY (dataset, from_id, to_id, weak)
);
CREATE INDEX IF NOT EXISTS document_references_to ON document_references (dataset, to_id, weak, from_id);
CREATE TABLE IF NOT EXISTS schedules (
  dataset TEXT NOT NULL,
  draft_id TEXT NOT NULL,
  publish_at TEXT NOT NULL,
  PRIMARY KEY (dataset, draft_id)
);
CREATE TABLE IF NOT EXISTS webhook_cursors (
  webhook_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS key_values (
  user_id TEXT NOT NULL,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  PRIMARY KEY (user_id, key)
);
CREATE TABLE IF NOT EXISTS thinning (
  step TEXT PRIMARY KEY,
  seq INTEGER NOT NULL
);
`

/** Grows when an older lake would read the tables wrongly. 1: states as patches. */
export const VERSION = 1

/** What earlier versions of the lake wrote without; adding a column rewrites nothing. */
export const ADDED_COLUMNS = [
  {table: 'changes', column: 'patch', type: 'TEXT'},
  {table: 'changes', column: 'depth', type: 'INTEGER NOT NULL DEFAULT 0'},
  {table: 'changes', column: 'bytes', type: 'INTEGER NOT NULL DEFAULT 0'},
]
