import type {DatabaseSync} from 'node:sqlite'

import type {Cause} from '../../builder/protocol.ts'

/** One file that differs from the release before, or that read something else though its bytes are the same. */
export interface PageChange {
  /** `fr/reunions/index.html`. */
  path: string
  /** The hash of its bytes; `null` when it is gone. */
  hash: string | null
  language: string | null
  /** The document it is about. */
  document: string | null
  /** What the page read, in words of the writer's own. */
  reads: string
  because: readonly Cause[]
}

/** Gives the function that writes one change as part of a release; it says whether the file's bytes changed. */
export function createPageWriter(database: DatabaseSync, sequence: number) {
  const now = database.prepare('SELECT hash FROM pages WHERE path = ? AND to_sequence IS NULL')
  const close = database.prepare(
    'UPDATE pages SET to_sequence = ? WHERE path = ? AND to_sequence IS NULL',
  )
  const insert = database.prepare(
    'INSERT INTO pages (path, from_sequence, hash, language, document, reads) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const update = database.prepare(
    'UPDATE pages SET language = ?, document = ?, reads = ? WHERE path = ? AND to_sequence IS NULL',
  )
  const explain = database.prepare(
    'INSERT INTO changes (sequence, path, language, document, because) VALUES (?, ?, ?, ?, ?)',
  )

  return ({path, hash, language, document, reads, because}: PageChange): boolean => {
    const before = now.get(path)?.['hash'] ?? null
    if (hash === before) {
      update.run(language, document, reads, path)
      return false
    }
    if (before !== null) close.run(sequence, path)
    if (hash !== null) insert.run(path, sequence, hash, language, document, reads)
    explain.run(sequence, path, language, document, JSON.stringify(because))
    return true
  }
}
