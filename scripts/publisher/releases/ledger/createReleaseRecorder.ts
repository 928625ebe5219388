import type {DatabaseSync} from 'node:sqlite'

import {inTransaction} from '../inTransaction.ts'
import {type PageChange, createPageWriter} from './createPageWriter.ts'
import {type ReleaseContent, writeContent} from './writeContent.ts'

/** A release of the site, ready to be recorded. */
export interface NewRelease {
  /** The hash of its root. */
  id: string
  /** When it was made, ISO 8601. */
  at: string
  /** How many HTML pages it has. */
  pages: number
  /** Digest of the site's code. */
  code: string
  /** Digest of the content. */
  madeFrom: string
  /** When the site changes without anybody's doing, ISO 8601. */
  nextChangeAt: string | null
  /** What differs from the newest recorded release: files, or only what they read. */
  changes: Iterable<PageChange>
  content?: ReleaseContent
}

/** Records releases, each in one transaction, on the disk for good when the call returns. */
export function createReleaseRecorder(database: DatabaseSync) {
  return {
    /**
     * Records a release on top of the newest one and gives its sequence. A release with the newest one's id is the same
     * site: it gets the new reads and the new `nextChangeAt`, and keeps its sequence.
     */
    recordRelease: (release: NewRelease): number =>
      inTransaction(database, () => {
        const head = newestSite(database)
        const sequence = head?.id === release.id ? head.sequence : insert(database, release)
        const changed = writeChanges(database, sequence, release.changes)
        const finish = database.prepare(
          `UPDATE releases SET changed = changed + ?, pages = ?, code = ?, made_from = ?, next_change_at = ?
           WHERE sequence = ?`,
        )
        const {pages, code, madeFrom, nextChangeAt, content} = release
        if (content) writeContent(database, sequence, content)
        finish.run(changed, pages, code, madeFrom, nextChangeAt, sequence)
        return sequence
      }),
    /** Records that a release is the site of release `base` with compressed copies; once. */
    recordCompressed({id, base, at}: {id: string; base: string; at: string}): void {
      database
        .prepare(
          `INSERT INTO releases (id, kind, base, at, pages, changed, code, made_from)
           SELECT ?, 'compressed', id, ?, pages, 0, code, made_from FROM releases
           WHERE id = ? AND kind = 'site' AND NOT EXISTS (SELECT 1 FROM releases WHERE id = ?)
           ORDER BY sequence DESC LIMIT 1`,
        )
        .run(id, at, base, id)
    },
  }
}

function newestSite(database: DatabaseSync) {
  const row = database
    .prepare(`SELECT sequence, id FROM releases WHERE kind = 'site' ORDER BY sequence DESC LIMIT 1`)
    .get()
  return row && {sequence: Number(row['sequence']), id: String(row['id'])}
}

function insert(database: DatabaseSync, {id, at, pages, code, madeFrom}: NewRelease) {
  const {lastInsertRowid} = database
    .prepare(
      `INSERT INTO releases (id, kind, at, pages, changed, code, made_from) VALUES (?, 'site', ?, ?, 0, ?, ?)`,
    )
    .run(id, at, pages, code, madeFrom)
  return Number(lastInsertRowid)
}

function writeChanges(database: DatabaseSync, sequence: number, changes: Iterable<PageChange>) {
  const write = createPageWriter(database, sequence)
  let changed = 0
  for (const change of changes) if (write(change)) changed += 1
  return changed
}
