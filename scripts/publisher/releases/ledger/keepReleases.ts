import type {DatabaseSync} from 'node:sqlite'

import {inTransaction} from '../inTransaction.ts'

/**
 * Forgets every release but these, by sequence, and the rows of pages that none of them shows. The reasons of changes
 * stay as far back as the oldest kept release, so that what lies between two kept ones can still be explained.
 */
export function keepReleases(database: DatabaseSync, sequences: ReadonlySet<number>): void {
  inTransaction(database, () => {
    const remove = database.prepare('DELETE FROM releases WHERE sequence = ?')
    for (const row of database.prepare('SELECT sequence FROM releases').all()) {
      const sequence = Number(row['sequence'])
      if (!sequences.has(sequence)) remove.run(sequence)
    }
    database.exec(`
      DELETE FROM pages WHERE to_sequence IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM releases WHERE sequence >= from_sequence AND sequence < to_sequence
      );
      DELETE FROM held_versions WHERE NOT EXISTS (
        SELECT 1 FROM releases, json_each(releases.held_back) AS held
        WHERE held.value ->> 'document' = held_versions.id AND held.value ->> 'shown' = held_versions.revision
      );
      DELETE FROM changes WHERE sequence < (SELECT min(sequence) FROM releases);
    `)
  })
}
