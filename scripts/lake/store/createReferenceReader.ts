import type {DatabaseSync} from 'node:sqlite'

import {textOf} from './columns.ts'

/** Answers who refers to a document. */
export function createReferenceReader(database: DatabaseSync) {
  const strong = database.prepare(
    `SELECT from_id FROM document_references
     WHERE dataset = ? AND to_id = ? AND weak = 0 ORDER BY from_id`,
  )
  const fromOutside = database.prepare(
    `SELECT r.dataset, r.from_id FROM datasets CROSS JOIN document_references r ON r.dataset = name
     WHERE r.to_id IN (?, ?) AND name <> ? ORDER BY r.dataset, r.from_id`,
  )

  return {
    /** The ids of the documents with a strong reference to `id`, read as they are asked for. */
    *strongReferrers(dataset: string, id: string): Generator<string> {
      for (const row of strong.iterate(dataset, id)) yield textOf(row, 'from_id')
    },

    /** Documents of other datasets of this lake that name `id` in a reference, whatever dataset they mean by it. */
    referrersInOtherDatasets: (dataset: string, id: string) =>
      fromOutside
        .all(id, `${dataset}:${id}`, dataset)
        .map((row) => ({dataset: textOf(row, 'dataset'), documentId: textOf(row, 'from_id')})),
  }
}
