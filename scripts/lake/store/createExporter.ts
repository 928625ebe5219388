import {DatabaseSync} from 'node:sqlite'

import {textOf} from './columns.ts'

const BATCH_CHARACTERS = 256_000

/** Reads a whole dataset on a connection of its own, so that writes meanwhile are not seen half. */
export function createExporter(file: string) {
  return {
    /** The documents of a dataset (of these types, or all), as batches of JSON lines. End it with `return()`. */
    *exportLines(dataset: string, types: readonly string[]): Generator<string, undefined> {
      const database = new DatabaseSync(file, {readOnly: true})
      try {
        const rows = database
          .prepare(
            `SELECT body FROM documents WHERE dataset = ?
             AND (? = '[]' OR type IN (SELECT value FROM json_each(?))) ORDER BY id`,
          )
          .iterate(dataset, JSON.stringify(types), JSON.stringify(types))
        let batch = ''
        for (const row of rows) {
          batch += `${textOf(row, 'body')}\n`
          if (batch.length < BATCH_CHARACTERS) continue
          yield batch
          batch = ''
        }
        if (batch !== '') yield batch
      } finally {
        database.close()
      }
      return undefined
    },
  }
}
