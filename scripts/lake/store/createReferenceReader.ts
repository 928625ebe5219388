import type {DatabaseSync} from 'node:sqlite'

import {textOf} from './columns.ts'

/** Answers who refers to a document. */
export function createReferenceReader(database: DatabaseSync) {
  const strong = database.prepare(
    `SELECT from_id FROM document_references
     WHERE dataset = ? AND to_id = ? AND weak = 0 ORDER BY from_id LIMIT ?`,
  )
  const fromOutside = database.prepare(
    `SELECT dataset, from_id FROM document_references
     WHERE to_id IN (?, ?) AND dataset <> ? ORDER BY dataset, from_id`,
  )

  return {
    /** The ids of the documents with a strong reference to `id`, at most `limit`. */
    strongReferrers: (dataset: string, id: string, limit: number) =>
      strong.all(dataset, id, limit).map((row) => textOf(row, 'from_id')),

    /** Documents of other datasets of this lake that name `id` in a reference, whatever dataset they mean by it. */
    referrersInOtherDatasets: (dataset: string, id: string) =>
      fromOutside
        .all(id, `${dataset}:${id}`, dataset)
        .map((row) => ({dataset: textOf(row, 'dataset'), documentId: textOf(row, 'from_id')})),
  }
}
