import {documentParts} from '../documentParts.ts'
import type {DocumentStore, StoredDocument} from '../documentStore.ts'
import type {SiteDocument} from '../documents.ts'
import {keysOf} from '../inputs.ts'
import {createIndex} from './createIndex.ts'
import {createRecentParts} from './createRecentParts.ts'
import {openDatabase} from './openDatabase.ts'
import {parseRow} from './parseRow.ts'

/** A snapshot of the content on disk: short fields are held in memory, long parts are read when they are asked for. */
export interface Snapshot extends DocumentStore {
  /** The revision of every document it has. */
  revisions(): ReadonlyMap<string, string>
  /** Puts documents in and takes others out, all or nothing. Gives the inputs that may differ: see `inputKeys`. */
  write(changed: Iterable<SiteDocument>, removed?: Iterable<string>): Set<string>
  close(): void
}

/** Opens the snapshot in a file, or in `:memory:`; made when it is missing. Only one may write. */
export function openSnapshot(file: string): Snapshot {
  const database = openDatabase(file)
  const index = createIndex()
  const everything = database.prepare(
    'SELECT id, type, revision, short, long_fields, digests, refs, derived FROM documents',
  )
  for (const row of everything.iterate()) index.put(parseRow(row))

  const longPart = database.prepare(
    'SELECT json FROM long_parts WHERE id = ? AND field = ? AND language = ?',
  )
  const put = database.prepare(
    `INSERT OR REPLACE INTO documents (id, type, revision, short, long_fields, digests, refs, derived)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const putPart = database.prepare(
    'INSERT INTO long_parts (id, field, language, json) VALUES (?, ?, ?, ?)',
  )
  const removeParts = database.prepare('DELETE FROM long_parts WHERE id = ?')
  const remove = database.prepare('DELETE FROM documents WHERE id = ?')

  const recent = createRecentParts()

  function writeDocument(document: SiteDocument): StoredDocument {
    const {_id: id, _type: type, _rev: revision} = document
    const parts = documentParts(document)
    const row = {
      id,
      type,
      revision,
      short: JSON.stringify(parts.short),
      long_fields: JSON.stringify(parts.longFields),
      digests: JSON.stringify(parts.digests),
      refs: JSON.stringify(parts.references),
      derived: JSON.stringify(parts.derived),
    }
    const {short, long_fields: longFields, digests, refs, derived} = row
    put.run(id, type, revision, short, longFields, digests, refs, derived)
    removeParts.run(id)
    for (const {field, language, json} of parts.longParts) putPart.run(id, field, language, json)
    return parseRow(row)
  }

  function write(changed: Iterable<SiteDocument>, removed: Iterable<string> = []) {
    const keys = new Set<string>()
    const written: StoredDocument[] = []
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const document of changed) written.push(writeDocument(document))
      for (const id of removed) {
        remove.run(id)
        removeParts.run(id)
      }
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
    recent.clear()
    for (const document of written) {
      addAll(keys, keysOf(index.document(document.id)))
      addAll(keys, keysOf(document))
      index.put(document)
    }
    for (const id of removed) {
      addAll(keys, keysOf(index.document(id)))
      index.remove(id)
    }
    return keys
  }

  return {
    ...index,
    longPart: (id, field, language = '') =>
      recent.get(`${id} ${field} ${language}`, () => longPart.get(id, field, language)?.json),
    write,
    close: () => database.close(),
  }
}

function addAll(keys: Set<string>, more: Iterable<string>) {
  for (const key of more) keys.add(key)
}
