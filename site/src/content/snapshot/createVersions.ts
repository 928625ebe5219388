import type {DatabaseSync} from 'node:sqlite'

import type {ParsedDocument} from '../parseDocument.ts'
import {parseVersion} from '../parseDocument.ts'

/**
 * Other versions of documents than the one that is shown: of those that changed, the last that was good; of those that are
 * held back, the newest. `undefined` is a document that is not there.
 */
export function createVersions(database: DatabaseSync) {
  const keepGood = database.prepare('INSERT INTO good VALUES (?, ?) ON CONFLICT (id) DO NOTHING')
  const replaceGood = database.prepare('INSERT OR REPLACE INTO good VALUES (?, ?)')
  const good = database.prepare('SELECT document FROM good WHERE id = ?')
  const changed = database.prepare(
    'SELECT id FROM good WHERE id NOT IN (SELECT id FROM held) ORDER BY id',
  )
  const settle = database.prepare('DELETE FROM good WHERE id NOT IN (SELECT id FROM held)')
  const forgetGood = database.prepare('DELETE FROM good WHERE id = ?')
  const keepHeld = database.prepare('INSERT OR REPLACE INTO held VALUES (?, ?, ?)')
  const held = database.prepare('SELECT document FROM held WHERE id = ?')
  const allHeld = database.prepare('SELECT id, revision FROM held')
  const removeHeld = database.prepare('DELETE FROM held WHERE id = ?')

  return {
    /** Keeps what is shown of a document that is about to change, unless an older version is kept as good. */
    keepGood: (id: string, shown: () => ParsedDocument | undefined) => {
      if (!good.get(id)) keepGood.run(id, write(shown()))
    },
    /** Says what was shown of a document, where the snapshot does not know. */
    setGood: (id: string, document: ParsedDocument | undefined) =>
      void replaceGood.run(id, write(document)),
    good: (id: string) => read(good.get(id)?.document),
    /** The documents that changed since the last release, by id; those that are held back are not among them. */
    changed: (): string[] => changed.all().map(({id}) => String(id)),
    /** What is shown is good: a release was made of it. */
    settle: () => void settle.run(),
    /** The same of one document. */
    forgetGood: (id: string) => void forgetGood.run(id),
    keepHeld: (id: string, newest: ParsedDocument | undefined) =>
      void keepHeld.run(id, newest?.document._rev ?? null, write(newest)),
    held: (id: string) => read(held.get(id)?.document),
    /** The newest revision of each document that is held back; `null` when it is gone. */
    heldRevisions: () =>
      new Map(
        allHeld
          .all()
          .map(({id, revision}) => [String(id), typeof revision === 'string' ? revision : null]),
      ),
    removeHeld: (id: string) => void removeHeld.run(id),
  }
}

const write = (document: ParsedDocument | undefined) => (document ? JSON.stringify(document) : null)

const read = (json: unknown) =>
  typeof json === 'string' ? parseVersion(JSON.parse(json)) : undefined
