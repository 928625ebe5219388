import {LRUCache} from 'lru-cache'
import {applyPatch} from 'mendoza'
import type {DatabaseSync} from 'node:sqlite'

import {documentOf, numberOf, textOf, type Row} from '../columns.ts'
import {isLakeDocument, type LakeDocument} from '../lakeDocument.ts'

/** The states read last, so that reading one after the other costs one patch each. */
const CACHE_BYTES = 8_000_000

/** Reads states of documents from the log, from full copies and the patches that follow them. */
export function createStateReader(database: DatabaseSync) {
  const rows = database.prepare(
    `SELECT seq, after, patch, bytes FROM changes
     WHERE dataset = ? AND document_id = ? AND seq <= ? ORDER BY seq DESC`,
  )
  const recent = new LRUCache<string, LakeDocument>({maxSize: CACHE_BYTES})

  /** The document as transaction `seq` left it; null when it did not exist then. Not to be changed. */
  return function stateAt(dataset: string, documentId: string, seq: number): LakeDocument | null {
    const keyAt = (row: Row) => `${dataset} ${documentId} ${numberOf(row, 'seq')}`
    const patches: Row[] = []
    let state: LakeDocument | null = null
    for (const row of rows.iterate(dataset, documentId, seq)) {
      state = recent.get(keyAt(row)) ?? (row['patch'] === null ? documentOf(row, 'after') : null)
      if (state || row['patch'] === null) break
      patches.push(row)
    }
    for (const row of patches.toReversed()) state = patched(state, row)
    const [newest] = patches
    if (newest && state) recent.set(keyAt(newest), state, {size: numberOf(newest, 'bytes')})
    return state
  }
}

function patched(state: LakeDocument | null, row: Row): LakeDocument {
  const next: unknown = applyPatch(state, JSON.parse(textOf(row, 'patch')))
  if (isLakeDocument(next)) return next
  throw new Error(
    `lake.db: the patch of change ${numberOf(row, 'seq')} does not give a document. Restore the file from a backup.`,
  )
}
