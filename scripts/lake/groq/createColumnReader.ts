import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'

import type {StoredDocument} from './openDocuments.ts'

/** The fields of a document that are known without reading its body. */
export const COLUMN_FIELDS: ReadonlySet<string> = new Set([
  '_id',
  '_type',
  '_rev',
  '_createdAt',
  '_updatedAt',
])

/** The row of a document, word for word as the index `documents_columns` has it: else SQLite would read the body. */
const COLUMNS = `SELECT id, type, body ->> '$._rev' AS rev, body ->> '$._createdAt' AS created_at,
  body ->> '$._updatedAt' AS updated_at, json_type(body, '$._system.delete') AS deleted FROM documents`

/**
 * Reads documents of which only the columns are known, and whether a version is marked as deleted. What was found is
 * kept until `forget`, so that thousands of documents are one question to SQLite, and no body of them is parsed.
 */
export function createColumnReader(database: DatabaseSync) {
  const ofId = database.prepare(`${COLUMNS} WHERE dataset = ? AND id = ?`)
  const ofType = database.prepare(`${COLUMNS} WHERE dataset = ? AND type = ?`)
  const all = database.prepare(`${COLUMNS} WHERE dataset = ?`)
  const known = new Map<string, StoredDocument>()

  function keep(dataset: string, row: Row): StoredDocument {
    const document = documentIn(row)
    known.set(`${dataset}/${document._id}`, document)
    return document
  }

  function read(dataset: string, id: string): StoredDocument | undefined {
    const found = known.get(`${dataset}/${id}`)
    if (found) return found
    const row = ofId.get(dataset, id)
    return row && keep(dataset, row)
  }

  return {
    read,

    ids: (dataset: string) => all.all(dataset).map((row) => keep(dataset, row)._id),

    idsOfType: (dataset: string, type: string) =>
      ofType.all(dataset, type).map((row) => keep(dataset, row)._id),

    /** To be called before each moment: what is known may have changed since. */
    forget: () => known.clear(),
  }
}

type Row = Record<string, SQLOutputValue>

function documentIn(row: Row): StoredDocument {
  return {
    _id: String(row['id']),
    _type: row['type'],
    _rev: row['rev'],
    _createdAt: row['created_at'],
    _updatedAt: row['updated_at'],
    ...(row['deleted'] === 'true' && {_system: {delete: true}}),
  }
}
