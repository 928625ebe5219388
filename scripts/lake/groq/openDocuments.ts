import {DatabaseSync} from 'node:sqlite'

import {createColumnReader} from './createColumnReader.ts'
import {createDocumentCache} from './createDocumentCache.ts'
import type {Constraint} from './plan.ts'

/** With more changes than this since the last query, forgetting everything is faster. */
const MOST_FORGOTTEN_SINGLY = 5_000

export interface StoredDocument {
  _id: string
  [field: string]: unknown
}

/** Where a view of a dataset reads from. */
export interface DocumentReader {
  read(dataset: string, id: string): StoredDocument | undefined
  ids(dataset: string): string[]
  /** The ids of all documents that meet one of the constraints; some may be repeated or not exist. */
  idsMeeting(dataset: string, constraints: Constraint[]): string[]
}

export type Documents = ReturnType<typeof openDocuments>

/**
 * The documents of a lake as its file has them, read only. Parsed documents are kept until the log
 * says that they changed.
 */
export function openDocuments(file: string) {
  const database = new DatabaseSync(file, {readOnly: true, timeout: 5_000})
  const select = prepareSelects(database)
  const cache = createDocumentCache()
  const columns = createColumnReader(database)
  let seenSeq = 0

  function forgetChanges() {
    const seq = numberIn(select.lastSeq.get())
    const changed = select.changedSince.all(seenSeq, MOST_FORGOTTEN_SINGLY + 1)
    if (changed.length > MOST_FORGOTTEN_SINGLY) cache.clear()
    else for (const row of changed) cache.delete(`${row['dataset']}/${row['document_id']}`)
    seenSeq = seq
  }

  function read(dataset: string, id: string) {
    const key = `${dataset}/${id}`
    const kept = cache.get(key)
    if (kept) return kept
    const body = select.body.get(dataset, id)?.['body']
    if (typeof body !== 'string') return
    const document = parseDocument(body)
    cache.set(key, document, body.length)
    return document
  }

  function idsFor(dataset: string, {by, values}: Constraint) {
    if (by === 'id') return values
    const statement = by === 'type' ? select.idsOfType : select.idsReferringTo
    return values.flatMap((value) => statement.all(dataset, value).map(idIn))
  }

  const whole: DocumentReader = {
    read,
    ids: (dataset) => select.ids.all(dataset).map(idIn),
    idsMeeting: (dataset, constraints) =>
      constraints.flatMap((constraint) => idsFor(dataset, constraint)),
  }

  const thin: DocumentReader = {
    read: columns.read,
    ids: columns.ids,
    idsMeeting: (dataset, constraints) =>
      constraints.flatMap((constraint) =>
        constraint.by === 'type'
          ? constraint.values.flatMap((value) => columns.idsOfType(dataset, value))
          : idsFor(dataset, constraint),
      ),
  }

  return {
    /** The documents as they are. */
    whole,
    /** The same documents, with only the fields that columns have. */
    thin,
    /** Runs a function over one state of the file, whatever is written meanwhile. */
    async atOneMoment<T>(run: () => Promise<T>): Promise<T> {
      database.exec('BEGIN')
      try {
        forgetChanges()
        columns.forget()
        return await run()
      } finally {
        database.exec('COMMIT')
      }
    },
    close: () => database.close(),
  }
}

function prepareSelects(database: DatabaseSync) {
  return {
    lastSeq: database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM transactions'),
    changedSince: database.prepare(
      'SELECT dataset, document_id FROM changes WHERE seq > ? LIMIT ?',
    ),
    body: database.prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?'),
    ids: database.prepare('SELECT id FROM documents WHERE dataset = ?'),
    idsOfType: database.prepare('SELECT id FROM documents WHERE dataset = ? AND type = ?'),
    idsReferringTo: database.prepare(
      'SELECT from_id AS id FROM document_references WHERE dataset = ? AND to_id = ?',
    ),
  }
}

function parseDocument(body: string): StoredDocument {
  const document: unknown = JSON.parse(body)
  if (isDocument(document)) return document
  throw new TypeError(`A stored document has no _id: ${body.slice(0, 100)}`)
}

function isDocument(value: unknown): value is StoredDocument {
  return (
    typeof value === 'object' && value !== null && '_id' in value && typeof value._id === 'string'
  )
}

function idIn(row: Record<string, unknown>) {
  return String(row['id'])
}

function numberIn(row: Record<string, unknown> | undefined) {
  return Number(row?.['seq'] ?? 0)
}
