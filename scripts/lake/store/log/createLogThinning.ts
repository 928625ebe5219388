import type {DatabaseSync} from 'node:sqlite'

import {numberOf, textOf} from '../columns.ts'
import {createThinner, type DraftLife} from './createThinner.ts'

/** `edits` become one for each author and five minutes; of what is older than the `retention`, the first and last stay. */
export type ThinningPass = 'edits' | 'retention'

interface PassOptions {
  now: Date
  ageMs: number
  /** How close together the edits of one author are one. */
  windowMs: number
}

/** A pass looks at so many transactions at a time. */
const STRETCH = 5000

/** Goes through the log once for each pass, and remembers how far it has come. */
export function createLogThinning(database: DatabaseSync) {
  const thin = createThinner(database)
  const selectMark = database.prepare('SELECT seq FROM thinning WHERE step = ?')
  const putMark = database.prepare(
    `INSERT INTO thinning (step, seq) VALUES (?, ?)
     ON CONFLICT (step) DO UPDATE SET seq = max(seq, excluded.seq)`,
  )
  /** A timestamp of the future is that of a clock that was wrong, and says nothing. */
  const firstSince = database.prepare(
    `SELECT seq FROM transactions WHERE seq > ? AND timestamp > ? AND timestamp <= ?
     ORDER BY seq LIMIT 1`,
  )
  const newest = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions')
  const ends = database.prepare(`${ENDS} AND seq > ? AND seq <= ? ORDER BY seq`)
  const endBefore = database.prepare(
    `SELECT seq FROM changes WHERE dataset = ? AND document_id = ? AND seq < ? AND ${GONE}
     ORDER BY seq DESC LIMIT 1`,
  )
  const documents = database.prepare('SELECT dataset, id FROM documents ORDER BY dataset, id')

  const mark = (step: string) => numberOf(selectMark.get(step) ?? {seq: 0}, 'seq')

  function lifeUntil(dataset: string, documentId: string, to: number): DraftLife {
    const from = numberOf(endBefore.get(dataset, documentId, to) ?? {seq: 0}, 'seq')
    return {dataset, documentId, from, to}
  }

  /** The drafts that went in a stretch of the log. */
  const livesThatEnded = (after: number, upTo: number) =>
    ends
      .all(after, upTo)
      .map((row) =>
        lifeUntil(textOf(row, 'dataset'), textOf(row, 'document_id'), numberOf(row, 'seq')),
      )

  return {
    /**
     * Thins the steps of all drafts that went (published, discarded, deleted) before anything was written that is `now`
     * younger than `ageMs`, a little at a time: others may write meanwhile.
     */
    *thinOlder(pass: ThinningPass, {now, ageMs, windowMs}: PassOptions): Generator<undefined> {
      const since = new Date(now.getTime() - ageMs).toISOString()
      const fresh = firstSince.get(mark(pass), since, now.toISOString())
      const last = fresh ? numberOf(fresh, 'seq') - 1 : numberOf(newest.get() ?? {}, 'seq')
      for (let after = mark(pass); after < last; after = mark(pass)) {
        const upTo = Math.min(after + STRETCH, last)
        for (const life of livesThatEnded(after, upTo)) {
          putMark.run('rewritten', life.to)
          yield* thin(life, {windowMs})
        }
        putMark.run(pass, upTo)
        yield
      }
    },

    /** Writes the states of all documents there are as patches, where an older lake wrote full copies. Leaves out none. */
    *encodeAll(): Generator<undefined> {
      for (const row of documents.all()) {
        const id = textOf(row, 'id')
        const life = lifeUntil(textOf(row, 'dataset'), id, Number.MAX_SAFE_INTEGER)
        yield* thin(life, {windowMs: 0, encodesAll: true})
      }
    },

    /** Before this transaction, steps may be missing: nobody can be told all that happened since. */
    wholeSince: () => mark('rewritten'),

    /** Gives the room of what was left out back to the disk. Needs as much again for a while. */
    shrink() {
      database.exec('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
    },
  }
}

const GONE = 'after IS NULL AND patch IS NULL'

const ENDS = `
SELECT seq, dataset, document_id FROM changes
WHERE ${GONE} AND (document_id GLOB 'drafts.*' OR document_id GLOB 'versions.*')`
