import {documentParts} from '../documentParts.ts'
import type {DocumentStore, StoredDocument} from '../documentStore.ts'
import type {SiteDocument} from '../documents.ts'
import {keysOf} from '../inputs.ts'
import {createIndex} from './createIndex.ts'
import {openDatabase} from './openDatabase.ts'
import {parseRow} from './parseRow.ts'

/** A snapshot of the content on disk: short fields are held in memory, long texts are read when they are asked for. */
export interface Snapshot extends DocumentStore {
  /** The revision of every document it has. */
  revisions(): ReadonlyMap<string, string>
  /** Puts documents in and takes others out, all or nothing. Gives the inputs that may differ: see `inputKeys`. */
  write(changed: Iterable<SiteDocument>, removed?: Iterable<string>): Set<string>
  close(): void
}

/** Opens the snapshot in a file, or in `:memory:`; made when it is missing. Only one may write. */
export function openSnapshot(file: string, {readOnly = false} = {}): Snapshot {
  const database = openDatabase(file, readOnly)
  const index = createIndex()
  const everything = database.prepare(
    'SELECT id, type, revision, short, digests, refs FROM documents',
  )
  for (const row of everything.iterate()) index.put(parseRow(row))

  const textOf = database.prepare(
    'SELECT json FROM long_texts WHERE id = ? AND field = ? AND language = ?',
  )
  const put = database.prepare(
    'INSERT OR REPLACE INTO documents (id, type, revision, short, digests, refs) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const putText = database.prepare(
    'INSERT INTO long_texts (id, field, language, json) VALUES (?, ?, ?, ?)',
  )
  const removeTexts = database.prepare('DELETE FROM long_texts WHERE id = ?')
  const remove = database.prepare('DELETE FROM documents WHERE id = ?')

  function writeDocument(document: SiteDocument): StoredDocument {
    const {short, longTexts, digests, references} = documentParts(document)
    const {_id: id, _type: type, _rev: revision} = document
    const columns = [short, digests, references].map((value) => JSON.stringify(value))
    const [shortJson = '', digestsJson = '', refsJson = ''] = columns
    put.run(id, type, revision, shortJson, digestsJson, refsJson)
    removeTexts.run(id)
    for (const {field, language, json} of longTexts) putText.run(id, field, language, json)
    return parseRow({id, type, revision, short: shortJson, digests: digestsJson, refs: refsJson})
  }

  function write(changed: Iterable<SiteDocument>, removed: Iterable<string> = []) {
    const keys = new Set<string>()
    const written: StoredDocument[] = []
    database.exec('BEGIN IMMEDIATE')
    try {
      for (const document of changed) written.push(writeDocument(document))
      for (const id of removed) {
        remove.run(id)
        removeTexts.run(id)
      }
      database.exec('COMMIT')
    } catch (error) {
      database.exec('ROLLBACK')
      throw error
    }
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
    longText(id, field, language) {
      const json = textOf.get(id, field, language)?.json
      return typeof json === 'string' && json !== '' ? JSON.parse(json) : undefined
    },
    write,
    close: () => database.close(),
  }
}

function addAll(keys: Set<string>, more: Iterable<string>) {
  for (const key of more) keys.add(key)
}
