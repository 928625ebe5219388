import type {DatabaseSync} from 'node:sqlite'

import {tooLarge} from '../errors.ts'
import {publishedIdOf} from '../transactions/documentIds.ts'
import {documentOf, textOf} from './columns.ts'
import type {LakeDocument} from './lakeDocument.ts'

/** Reads documents as they are now. */
export function createDocumentReader(database: DatabaseSync) {
  const select = database.prepare('SELECT body FROM documents WHERE dataset = ? AND id = ?')

  const selectId = database.prepare('SELECT id FROM documents WHERE dataset = ? AND id = ?')

  const selectVersions = database.prepare(
    `SELECT id FROM documents WHERE dataset = $dataset AND (id = $id OR id = 'drafts.' || $id
       OR (id >= 'versions.' AND id < 'versions/' AND substr(id, -length($id) - 1) = '.' || $id))
     ORDER BY id`,
  )

  function read(dataset: string, id: string): LakeDocument | null {
    const row = select.get(dataset, id)
    return row ? documentOf(row, 'body') : null
  }

  return {
    read,

    /**
     * The documents that exist among `ids`, as the JSON they are kept as: for whoever only passes them on. Throws 413 when
     * they are longer than so many characters together.
     */
    readJson(dataset: string, ids: readonly string[], most: number): string[] {
      let size = 0
      return ids.flatMap((id) => {
        const row = select.get(dataset, id)
        const body = row ? textOf(row, 'body') : ''
        size += body.length
        if (size > most) throw tooLarge(`The documents are too long together. Ask for fewer.`)
        return body || []
      })
    },

    exists: (dataset: string, id: string) => selectId.get(dataset, id) !== undefined,

    /** The ids of a document's published, draft and release versions that exist; `id` is the published one. */
    versionIds: (dataset: string, id: string) =>
      selectVersions
        .all({dataset, id})
        .map((row) => textOf(row, 'id'))
        .filter((versionId) => publishedIdOf(versionId) === id),

    /** The documents that exist among `ids`, in the order of `ids`. */
    readMany: (dataset: string, ids: readonly string[]): LakeDocument[] =>
      ids.map((id) => read(dataset, id)).filter((document) => document !== null),
  }
}
