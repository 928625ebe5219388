import type {DatabaseSync} from 'node:sqlite'

import {numberOf, textOf} from '../columns.ts'
import {createThinner, type DraftLife} from './createThinner.ts'

/** `edits` become one for each author and five minutes; of what is older than the `retention`, the first and last stay. */
export type ThinningPass = 'edits' | 'retention'

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
  const lastBefore = database.prepare(
    'SELECT seq FROM transactions WHERE timestamp <= ? ORDER BY seq DESC LIMIT 1',
  )
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
     * Thins the steps of all drafts that went (published, discarded, deleted) before `time` (ISO 8601, UTC), a little at
     * a time: others may write meanwhile.
     */
    *thinUntil(pass: ThinningPass, time: string, windowMs: number): Generator<undefined> {
      const last = numberOf(lastBefore.get(time) ?? {seq: 0}, 'seq')
      for (let after = mark(pass); after < last; after = mark(pass)) {
        const upTo = Math.min(after + STRETCH, last)
        for (const life of livesThatEnded(after, upTo)) {
          putMark.run('rewritten', life.to)
          yield* thin(life, windowMs)
        }
        putMark.run(pass, upTo)
        yield
      }
    },

    /** Writes the states of all documents there are as patches, where an older lake wrote full copies. Leaves out none. */
    *encodeAll(): Generator<undefined> {
      for (const row of documents.all()) {
        yield* thin(
          lifeUntil(textOf(row, 'dataset'), textOf(row, 'id'), Number.MAX_SAFE_INTEGER),
          0,
        )
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
WHERE ${GONE} AND (document_id LIKE 'drafts.%' OR document_id LIKE 'versions.%')`
