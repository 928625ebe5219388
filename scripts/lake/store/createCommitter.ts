import type {DatabaseSync} from 'node:sqlite'

import {mutationError} from '../errors.ts'
import {jsonOf} from '../jsonOf.ts'
import type {Mutation} from '../transactions/mutation.ts'
import type {Schedules} from './createSchedules.ts'
import {numberOf} from './columns.ts'
import type {LakeDocument} from './lakeDocument.ts'
import {encodeState} from './log/encodeState.ts'
import {referencesOf} from './referencesOf.ts'

/** What a transaction did to one document; null is "did not exist" before, "deleted" after. */
export interface Change {
  documentId: string
  before: LakeDocument | null
  after: LakeDocument | null
}

/** One transaction, ready to be written. `changes` holds each document at most once. */
export interface Commit {
  dataset: string
  transactionId: string
  author: string
  timestamp: string
  mutations: Mutation[]
  changes: Change[]
}

/** A transaction in the log. `seq` grows with every commit of any dataset. */
export interface Committed extends Commit {
  seq: number
}

/** Returns the function that writes one transaction: log, documents, references and schedules in one SQLite transaction. */
export function createCommitter(database: DatabaseSync, schedules: Schedules) {
  const insertTransaction = database.prepare(
    'INSERT INTO transactions (dataset, id, author, timestamp, mutations) VALUES (?, ?, ?, ?, ?)',
  )
  const writeChange = createChangeWriter(database)

  return (commit: Commit): Committed => {
    const {dataset, transactionId, author, timestamp, mutations, changes} = commit
    database.exec('BEGIN IMMEDIATE')
    try {
      const row = [dataset, transactionId, author, timestamp, JSON.stringify(mutations)]
      const seq = Number(insertTransaction.run(...row).lastInsertRowid)
      let bytes = 0
      for (const [position, change] of changes.entries()) {
        bytes += writeChange(dataset, seq, position, change)
        if (bytes > MOST_BYTES) throw transactionTooLarge()
        schedules.followChange(dataset, change)
      }
      database.exec('COMMIT')
      return {...commit, seq}
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
}

function createChangeWriter(database: DatabaseSync) {
  const insertChange = database.prepare(
    `INSERT INTO changes (seq, position, dataset, document_id, after, patch, depth, bytes)
     VALUES (:seq, :position, :dataset, :documentId, :after, :patch, :depth, :bytes)`,
  )
  const lastDepth = database.prepare(
    'SELECT depth FROM changes WHERE dataset = ? AND document_id = ? ORDER BY seq DESC LIMIT 1',
  )
  const putDocument = database.prepare(
    'INSERT OR REPLACE INTO documents (dataset, id, type, body) VALUES (?, ?, ?, ?)',
  )
  const deleteDocument = database.prepare('DELETE FROM documents WHERE dataset = ? AND id = ?')
  const deleteReferences = database.prepare(
    'DELETE FROM document_references WHERE dataset = ? AND from_id = ?',
  )
  const insertReference = database.prepare(
    'INSERT INTO document_references (dataset, from_id, to_id, weak) VALUES (?, ?, ?, ?)',
  )

  return function writeChange(dataset: string, seq: number, position: number, change: Change) {
    const {documentId, before, after} = change
    const depth = numberOf(lastDepth.get(dataset, documentId) ?? {depth: 0}, 'depth')
    const state = encodeState(before, after, depth)
    insertChange.run({seq, position, dataset, documentId, ...state})
    deleteReferences.run(dataset, documentId)
    if (!after) {
      deleteDocument.run(dataset, documentId)
      return 0
    }
    putDocument.run(dataset, documentId, after._type, jsonOf(after))
    for (const {id, weak} of referencesOf(after)) {
      insertReference.run(dataset, documentId, id, weak ? 1 : 0)
    }
    return state.bytes
  }
}

const MOST_BYTES = 100_000_000

const transactionTooLarge = () =>
  mutationError(413, `A transaction may write ${MOST_BYTES / 1e6} MB of documents. Split it.`)
