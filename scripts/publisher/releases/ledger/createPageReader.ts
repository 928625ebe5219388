import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

/** A file of a release, and what it depends on. */
export interface LedgerPage {
  /** `fr/reunions/index.html`. */
  path: string
  hash: string
  language: string | null
  /** The document it is about. */
  document: string | null
  /** What the page read, as whoever recorded it wrote it down. */
  reads: string
}

/** Reads of which files a release is made. */
export function createPageReader(database: DatabaseSync) {
  return {
    /** The files of a release, one at a time. `reads` are kept up to date for the newest release only. */
    *pagesAt(sequence: number): Generator<LedgerPage> {
      const select = database.prepare(
        `SELECT path, hash, language, document, reads FROM pages
         WHERE from_sequence <= ? AND (to_sequence IS NULL OR to_sequence > ?)`,
      )
      for (const row of select.iterate(sequence, sequence)) yield parsePage(row)
    },
  }
}

const parsePage = (row: Record<string, SQLOutputValue>): LedgerPage => ({
  path: String(row['path']),
  hash: String(row['hash']),
  language: textOrNull(row['language']),
  document: textOrNull(row['document']),
  reads: String(row['reads']),
})

const textOrNull = (value: SQLOutputValue | undefined) => (typeof value === 'string' ? value : null)
