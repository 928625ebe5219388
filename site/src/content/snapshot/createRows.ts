import type {DatabaseSync} from 'node:sqlite'

import type {Finding} from '@coworkmed/schemas/parse/finding'

import type {DocumentParts} from '../documentParts.ts'
import type {StoredDocument} from '../documentStore.ts'
import type {SiteDocument} from '../documents.ts'
import {parseRow} from './parseRow.ts'

/** The rows of the documents that are shown, and of their long parts. */
export function createRows(database: DatabaseSync) {
  const everything = database.prepare(
    'SELECT id, type, revision, short, long_fields, digests, refs, derived, findings FROM documents',
  )
  const longPart = database.prepare(
    'SELECT json FROM long_parts WHERE id = ? AND field = ? AND language = ?',
  )
  const put = database.prepare(
    `INSERT OR REPLACE INTO documents
       (id, type, revision, short, long_fields, digests, refs, derived, findings)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const putPart = database.prepare(
    'INSERT INTO long_parts (id, field, language, json) VALUES (?, ?, ?, ?)',
  )
  const removeParts = database.prepare('DELETE FROM long_parts WHERE id = ?')
  const remove = database.prepare('DELETE FROM documents WHERE id = ?')

  return {
    *all(): Generator<StoredDocument> {
      for (const row of everything.iterate()) yield parseRow(row)
    },
    /** The JSON of a long part. */
    longPart(id: string, field: string, language: string): string | undefined {
      const json = longPart.get(id, field, language)?.json
      return typeof json === 'string' ? json : undefined
    },
    put(
      {_id: id, _type: type, _rev: revision}: SiteDocument,
      parts: DocumentParts,
      found: readonly Finding[],
    ): StoredDocument {
      const row = {
        id,
        type,
        revision,
        short: JSON.stringify(parts.short),
        long_fields: JSON.stringify(parts.longFields),
        digests: JSON.stringify(parts.digests),
        refs: JSON.stringify(parts.references),
        derived: JSON.stringify(parts.derived),
        findings: JSON.stringify(found),
      }
      const {short, long_fields: longFields, digests, refs, derived, findings} = row
      put.run(id, type, revision, short, longFields, digests, refs, derived, findings)
      removeParts.run(id)
      for (const {field, language, json} of parts.longParts) putPart.run(id, field, language, json)
      return parseRow(row)
    },
    remove(id: string): void {
      remove.run(id)
      removeParts.run(id)
    },
  }
}
