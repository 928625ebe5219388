import type {DatabaseSync} from 'node:sqlite'

import type {RecordedHeldBack} from './createContentReader.ts'

/** Which versions of documents a release shows. */
export interface ReleaseContent {
  /** The documents whose shown version is another than in the release before; `null` of those that are not shown any more. */
  shown: Iterable<readonly [id: string, revision: string | null]>
  heldBack: readonly RecordedHeldBack[]
  /** The shown versions of documents that are held back: a snapshot made anew does not have them. */
  versions: Iterable<{id: string; revision: string; document: unknown}>
}

/** Writes them; the caller holds the transaction. */
export function writeContent(
  database: DatabaseSync,
  sequence: number,
  {shown, heldBack, versions}: ReleaseContent,
): void {
  const put = database.prepare('INSERT OR REPLACE INTO shown_documents VALUES (?, ?)')
  const remove = database.prepare('DELETE FROM shown_documents WHERE id = ?')
  for (const [id, revision] of shown) {
    if (revision === null) remove.run(id)
    else put.run(id, revision)
  }
  const keep = database.prepare('INSERT OR REPLACE INTO held_versions VALUES (?, ?, ?)')
  for (const {id, revision, document} of versions) keep.run(id, revision, JSON.stringify(document))
  database
    .prepare('UPDATE releases SET held_back = ? WHERE sequence = ?')
    .run(JSON.stringify(heldBack), sequence)
}
