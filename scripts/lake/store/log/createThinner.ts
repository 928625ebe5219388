import type {DatabaseSync} from 'node:sqlite'

import {numberOf, textOf, type Row} from '../columns.ts'
import {createStateReader} from './createStateReader.ts'
import {encodeState} from './encodeState.ts'
import {standIns, type StandIn, type Step} from './standIns.ts'

/** A draft from when it appeared until transaction `to` published, discarded or deleted it. */
export interface DraftLife {
  dataset: string
  documentId: string
  /** The transactions between which it lived; neither is of its steps. */
  from: number
  to: number
}

interface ThinOptions {
  /** How close together edits of one author are one. */
  windowMs: number
  /** Also writes full copies as patches, where an older lake wrote nothing else. */
  encodesAll?: boolean
}

/** Steps looked at together, of which no more is read than when and by whom they were made. */
const CHUNK = 500

/** States written in one go; others may write in between. */
const BATCH_BYTES = 1_000_000

/**
 * Thins the steps of drafts in the log. What a document was at each step that stays does not change; the mutations of
 * these, whole documents in those that publish, are not kept, as they follow from the states.
 */
export function createThinner(database: DatabaseSync) {
  const stateAt = createStateReader(database)
  const selectSteps = database.prepare(STEPS)
  const rewrite = database.prepare(
    `UPDATE changes SET after = :after, patch = :patch, depth = :depth, bytes = :bytes
     WHERE seq = :seq AND dataset = :dataset AND document_id = :documentId`,
  )
  const deriveMutations = database.prepare(`UPDATE transactions SET mutations = '' WHERE seq = ?`)
  const dropChanges = database.prepare('DELETE FROM changes WHERE seq = ?')
  const dropTransaction = database.prepare('DELETE FROM transactions WHERE seq = ?')

  /** `depth` is that of the step before; gives its own. A full copy, and a patch on the step before, stay as they are. */
  function keep(life: DraftLife, {kept, dropped}: StandIn, depth: number, encodesAll: boolean) {
    const {dataset, documentId} = life
    const mayStay = kept.isFull || dropped.length === 0
    const state = mayStay && !encodesAll ? undefined : encoded(life, kept.seq, dropped, depth)
    if (state) rewrite.run({...state, seq: kept.seq, dataset, documentId})
    if (dropped.length > 0) deriveMutations.run(kept.seq)
    for (const {seq} of dropped) {
      dropChanges.run(seq)
      dropTransaction.run(seq)
    }
    return state?.depth ?? kept.depth
  }

  function encoded(
    {dataset, documentId}: DraftLife,
    seq: number,
    dropped: readonly Step[],
    depth: number,
  ) {
    const before = stateAt(dataset, documentId, (dropped[0]?.seq ?? seq) - 1)
    return encodeState(before, stateAt(dataset, documentId, seq), depth)
  }

  function inTransaction(work: () => void) {
    database.exec('BEGIN IMMEDIATE')
    try {
      work()
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }

  /** Each time it is asked for the next, it has thinned some steps, durably. */
  return function* thin(
    life: DraftLife,
    {windowMs, encodesAll = false}: ThinOptions,
  ): Generator<undefined, undefined> {
    let depth = 0
    const stepsAfter = (seq: number) =>
      selectSteps.all(life.dataset, life.documentId, seq, life.to, CHUNK).map(stepIn)
    for (let steps = stepsAfter(life.from); steps.length > 0;) {
      for (const batch of batches(standIns(steps, windowMs))) {
        inTransaction(() => {
          for (const group of batch) depth = keep(life, group, depth, encodesAll)
        })
        yield
      }
      steps = stepsAfter(steps.at(-1)?.seq ?? life.to)
    }
    deriveMutations.run(life.to)
  }
}

/** Some at a time, of so many bytes together. */
function* batches(groups: readonly StandIn[]): Generator<StandIn[]> {
  let batch: StandIn[] = []
  let bytes = 0
  for (const group of groups) {
    batch.push(group)
    bytes += group.kept.bytes
    if (bytes < BATCH_BYTES) continue
    yield batch
    batch = []
    bytes = 0
  }
  yield batch
}

const STEPS = `
SELECT c.seq, t.author, t.timestamp, c.after IS NOT NULL AS is_full, c.depth,
  coalesce(octet_length(c.after), c.bytes) AS bytes,
  (SELECT count(*) FROM changes o WHERE o.seq = c.seq) AS together
FROM changes c JOIN transactions t ON t.seq = c.seq
WHERE c.dataset = ? AND c.document_id = ? AND c.seq > ? AND c.seq < ? ORDER BY c.seq LIMIT ?`

function stepIn(row: Row): Step {
  return {
    seq: numberOf(row, 'seq'),
    author: textOf(row, 'author'),
    timestamp: textOf(row, 'timestamp'),
    alone: numberOf(row, 'together') === 1,
    isFull: numberOf(row, 'is_full') === 1,
    depth: numberOf(row, 'depth'),
    bytes: numberOf(row, 'bytes'),
  }
}
