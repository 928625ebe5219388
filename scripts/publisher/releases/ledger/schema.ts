/**
 * `pages` has a row for each file of the site and the span of releases (first, first no more) in which it was the same;
 * `changes` says why each file came, changed or went, also for releases that are swept.
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
    next_change_at TEXT
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
`
