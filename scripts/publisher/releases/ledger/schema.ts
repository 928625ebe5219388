/**
 * `pages` has a row for each file of the site and the span of releases (first, first no more) in which it was the same;
 * `changes` says why each file came, changed or went, also for releases that are swept. `shown_documents` are the revisions
 * that the newest release shows, `held_versions` the older versions that releases show of what they hold back.
 */
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS releases (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    base TEXT,
    at TEXT NOT NULL,
    pages INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    code TEXT NOT NULL,
    made_from TEXT NOT NULL,
    next_change_at TEXT,
    held_back TEXT NOT NULL DEFAULT '[]'
  );
  CREATE INDEX IF NOT EXISTS releases_by_id ON releases (id);

  CREATE TABLE IF NOT EXISTS pages (
    path TEXT NOT NULL,
    from_sequence INTEGER NOT NULL,
    to_sequence INTEGER,
    hash TEXT NOT NULL,
    language TEXT,
    document TEXT,
    reads TEXT NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS pages_now ON pages (path) WHERE to_sequence IS NULL;
  CREATE INDEX IF NOT EXISTS pages_by_path ON pages (path, from_sequence);
  CREATE INDEX IF NOT EXISTS pages_gone ON pages (to_sequence, from_sequence) WHERE to_sequence IS NOT NULL;

  CREATE TABLE IF NOT EXISTS changes (
    sequence INTEGER NOT NULL,
    path TEXT NOT NULL,
    language TEXT,
    document TEXT,
    because TEXT NOT NULL
  );
  CREATE INDEX IF NOT EXISTS changes_by_release ON changes (sequence);

  CREATE TABLE IF NOT EXISTS shown_documents (id TEXT PRIMARY KEY, revision TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS held_versions (
    id TEXT NOT NULL, revision TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (id, revision)
  ) WITHOUT ROWID;
`

/** What ledgers of an older publisher lack. */
export const LATER_COLUMNS = [
  {table: 'releases', name: 'held_back', definition: `TEXT NOT NULL DEFAULT '[]'`},
]
