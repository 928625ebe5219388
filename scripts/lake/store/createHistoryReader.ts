import type {DatabaseSync} from 'node:sqlite'

import type {Mutation} from '../transactions/mutation.ts'
import {numberOf, textOf, type Row} from './columns.ts'
import type {Change} from './createCommitter.ts'
import type {LakeDocument} from './lakeDocument.ts'
import {createStateReader} from './log/createStateReader.ts'
import {mutationOf} from './log/mutationOf.ts'

/** A change as the log holds it. `position` counts from 0 within the transaction. */
export interface LoggedChange extends Change {
  seq: number
  position: number
  transactionId: string
  author: string
  timestamp: string
}

/** The transactions of some documents, as history asks for them; the bounds are inclusive. */
export interface ChangeRange {
  documentIds: readonly string[]
  from?: number | undefined
  to?: number | undefined
  newestFirst: boolean
  limit: number
}

/** Reads the log: what changed, when, by whom, and what a document was. */
export function createHistoryReader(database: DatabaseSync) {
  const last = database.prepare(
    'SELECT seq FROM transactions WHERE +dataset = ? ORDER BY seq DESC LIMIT 1',
  )
  const lastTime = database.prepare('SELECT timestamp FROM transactions ORDER BY seq DESC LIMIT 1')
  const bySeq = database.prepare('SELECT seq FROM transactions WHERE dataset = ? AND id = ?')
  const mutations = database.prepare('SELECT mutations FROM transactions WHERE seq = ?')
  const next = database.prepare(
    'SELECT seq FROM changes WHERE +dataset = ? AND seq > ? ORDER BY seq LIMIT 1',
  )
  const size = database.prepare(
    `SELECT count(*) AS changes, coalesce(sum(coalesce(octet_length(after), bytes)), 0) AS bytes
     FROM changes WHERE +dataset = ? AND seq BETWEEN ? AND ?`,
  )
  const ids = database.prepare('SELECT document_id FROM changes WHERE seq = ? ORDER BY position')
  const ofTransaction = database.prepare(`${CHANGES} WHERE c.seq = ? ORDER BY c.position`)
  const ascending = database.prepare(`${TRANSACTIONS_OF} ORDER BY seq ASC LIMIT ?`)
  const descending = database.prepare(`${TRANSACTIONS_OF} ORDER BY seq DESC LIMIT ?`)
  const comingsAndGoings = database.prepare(
    `SELECT seq FROM (
       SELECT seq, ${GONE} AS gone, lag(${GONE}, 1, 1) OVER (ORDER BY seq) AS was_gone
       FROM changes WHERE dataset = ? AND document_id = ?)
     WHERE (gone OR was_gone) AND seq <= ? ORDER BY seq DESC LIMIT ?`,
  )
  const lastSeqUntil = database.prepare(
    `SELECT c.seq FROM changes c JOIN transactions t ON t.seq = c.seq
     WHERE c.dataset = ? AND c.document_id = ? AND t.timestamp <= ? ORDER BY c.seq DESC LIMIT 1`,
  )
  const lastSeqOf = database.prepare(
    `SELECT seq FROM changes WHERE dataset = ? AND document_id = ? AND NOT ${GONE}
     ORDER BY seq DESC LIMIT 1`,
  )
  const stateAt = createStateReader(database)

  function loggedChange(row: Row): LoggedChange {
    const [seq, documentId] = [numberOf(row, 'seq'), textOf(row, 'document_id')]
    const dataset = textOf(row, 'dataset')
    return {
      seq,
      position: numberOf(row, 'position'),
      documentId,
      transactionId: textOf(row, 'id'),
      author: textOf(row, 'author'),
      timestamp: textOf(row, 'timestamp'),
      before: stateAt(dataset, documentId, seq - 1),
      after: stateAt(dataset, documentId, seq),
    }
  }

  /** The changes that one transaction made to documents that are wanted; each is read when it is asked for. */
  function* eachChangeOf(
    seq: number,
    isWanted: (documentId: string) => boolean = () => true,
  ): Generator<LoggedChange, undefined> {
    for (const row of ofTransaction.all(seq))
      if (isWanted(textOf(row, 'document_id'))) yield loggedChange(row)
  }

  const changesOf = (seq: number): LoggedChange[] => [...eachChangeOf(seq)]

  return {
    /** Names this log, so that a place in another one is not mistaken for a place in it. */
    logId: () => textOf(database.prepare('SELECT id FROM log_identity').get() ?? {}, 'id'),

    /** The `seq` of the dataset's last transaction; 0 when there is none. */
    lastSeq: (dataset: string) => numberOf(last.get(dataset) ?? {seq: 0}, 'seq'),

    /** The time of the last transaction of any dataset, or null. */
    lastTimestamp: () => {
      const row = lastTime.get()
      return row ? textOf(row, 'timestamp') : null
    },

    /** The `seq` of a transaction, or null when the dataset has none of that id. */
    transactionSeq: (dataset: string, transactionId: string) => {
      const row = bySeq.get(dataset, transactionId)
      return row ? numberOf(row, 'seq') : null
    },

    /** The mutations of a transaction, each of one document, as they were applied; of thinned ones, what they come to. */
    mutationsOf(seq: number): Mutation[] {
      const row = mutations.get(seq)
      const logged = row ? textOf(row, 'mutations') : '[]'
      return logged === '' ? changesOf(seq).map(mutationOf) : JSON.parse(logged)
    },

    /** The `seq` of the first transaction after `seq` that changed something; null when there is none. */
    seqAfter: (dataset: string, seq: number) => {
      const row = next.get(dataset, seq)
      return row ? numberOf(row, 'seq') : null
    },

    /** How many changes transactions `from` to `to` made, both included, and the bytes they left. */
    sizeOfChanges: (dataset: string, from: number, to: number) => {
      const row = size.get(dataset, from, to) ?? {}
      return {changes: numberOf(row, 'changes'), bytes: numberOf(row, 'bytes')}
    },

    /** The documents that a transaction changed. */
    idsChangedBy: (seq: number): string[] => ids.all(seq).map((row) => textOf(row, 'document_id')),

    /** Every change of one transaction. */
    changesOf,
    eachChangeOf,

    /** The `seq` of each transaction that changed one of the documents. */
    transactionsOf: (dataset: string, range: ChangeRange): number[] =>
      (range.newestFirst ? descending : ascending)
        .all(
          dataset,
          JSON.stringify(range.documentIds),
          range.from ?? 0,
          range.to ?? Number.MAX_SAFE_INTEGER,
          range.limit,
        )
        .map((row) => numberOf(row, 'seq')),

    /** The `seq` of each transaction that created or deleted the document, newest first, from `to` on. */
    comingsAndGoingsOf: (dataset: string, id: string, to: number, limit: number): number[] =>
      comingsAndGoings.all(dataset, id, to, limit).map((row) => numberOf(row, 'seq')),

    /** The document as a transaction left it; null when it did not exist then. */
    documentAtSeq: stateAt,

    /** The document as it was at a time (ISO 8601, UTC). By the time of the last write, all had been written. */
    documentAtTime(dataset: string, id: string, time: string): LakeDocument | null {
      const lastRow = lastTime.get()
      if (lastRow && textOf(lastRow, 'timestamp') <= time)
        return stateAt(dataset, id, Number.MAX_SAFE_INTEGER)
      const row = lastSeqUntil.get(dataset, id, time)
      return row ? stateAt(dataset, id, numberOf(row, 'seq')) : null
    },

    /** The document as it last existed, deleted since or not. */
    lastRevision(dataset: string, id: string): LakeDocument | null {
      const row = lastSeqOf.get(dataset, id)
      return row ? stateAt(dataset, id, numberOf(row, 'seq')) : null
    },
  }
}

const GONE = '(after IS NULL AND patch IS NULL)'

const CHANGES = `
SELECT c.seq, c.position, c.dataset, c.document_id, t.id, t.author, t.timestamp
FROM changes c JOIN transactions t ON t.seq = c.seq`

const TRANSACTIONS_OF = `
SELECT DISTINCT seq FROM changes
WHERE dataset = ? AND document_id IN (SELECT value FROM json_each(?)) AND seq >= ? AND seq <= ?`
