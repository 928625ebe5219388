import type {DatabaseSync} from 'node:sqlite'

import {numberOf, textOf, type Row} from '../columns.ts'
import {createStateReader} from './createStateReader.ts'
import {encodeState, type EncodedState} from './encodeState.ts'
import {standIns, type StandIn, type Step} from './standIns.ts'

/** A draft from when it appeared until transaction `to` published, discarded or deleted it. */
export interface DraftLife {
  dataset: string
  documentId: string
  /** The transactions between which it lived; neither is of its steps. */
  from: number
  to: number
}

const CHUNK = 200

/**
 * Thins the steps of drafts in the log. What a document was at each step that stays does not change; the mutations of
 * these, whole documents in those that publish, are not kept, as they follow from the states.
 */
export function createThinner(database: DatabaseSync) {
  const stateAt = createStateReader(database)
  const selectSteps = database.prepare(STEPS)
  const selectDepth = database.prepare(
    'SELECT depth FROM changes WHERE dataset = ? AND document_id = ? AND seq = ?',
  )
  const rewrite = database.prepare(
    `UPDATE changes SET after = ?, patch = ?, depth = ?, bytes = ?
     WHERE seq = ? AND dataset = ? AND document_id = ?`,
  )
  const deriveMutations = database.prepare(`UPDATE transactions SET mutations = '' WHERE seq = ?`)
  const dropChanges = database.prepare('DELETE FROM changes WHERE seq = ?')
  const dropTransaction = database.prepare('DELETE FROM transactions WHERE seq = ?')

  function keep(life: DraftLife, {kept, dropped}: StandIn, depth: number): EncodedState {
    const {dataset, documentId} = life
    const before = stateAt(dataset, documentId, (dropped[0] ?? kept).seq - 1)
    const state = encodeState(before, stateAt(dataset, documentId, kept.seq), depth)
    const {after, patch, bytes} = state
    rewrite.run(after, patch, state.depth, bytes, kept.seq, dataset, documentId)
    if (dropped.length > 0) deriveMutations.run(kept.seq)
    for (const {seq} of dropped) {
      dropChanges.run(seq)
      dropTransaction.run(seq)
    }
    return state
  }

  /** Thins some steps after `seq`; gives the last of them, or null when there are none. */
  function thinSome(life: DraftLife, seq: number, windowMs: number) {
    const {dataset, documentId, to} = life
    const steps = selectSteps.all(dataset, documentId, seq, to, CHUNK).map(stepIn)
    const row = selectDepth.get(dataset, documentId, seq)
    let depth = row ? numberOf(row, 'depth') : 0
    for (const group of standIns(steps, windowMs)) depth = keep(life, group, depth).depth
    return steps.at(-1)?.seq ?? null
  }

  /** Each time it is asked for the next, it has thinned some steps, durably. */
  return function* thin(life: DraftLife, windowMs: number): Generator<undefined, undefined> {
    let seq: number | null = life.from
    while (seq !== null) {
      database.exec('BEGIN IMMEDIATE')
      try {
        seq = thinSome(life, seq, windowMs)
        if (seq === null) deriveMutations.run(life.to)
        database.exec('COMMIT')
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK')
        throw error
      }
      yield
    }
  }
}

const STEPS = `
SELECT c.seq, t.author, t.timestamp, (SELECT count(*) FROM changes o WHERE o.seq = c.seq) AS together
FROM changes c JOIN transactions t ON t.seq = c.seq
WHERE c.dataset = ? AND c.document_id = ? AND c.seq > ? AND c.seq < ? ORDER BY c.seq LIMIT ?`

function stepIn(row: Row): Step {
  return {
    seq: numberOf(row, 'seq'),
    author: textOf(row, 'author'),
    timestamp: textOf(row, 'timestamp'),
    alone: numberOf(row, 'together') === 1,
  }
}
