import {parseVersion} from '../src/content/parseDocument.ts'
import {referencesIn} from '@coworkmed/schemas/parse/parseDocument'

import type {Snapshot} from '../src/content/snapshot/openSnapshot.ts'
import type {Tracker} from '../src/content/tracker.ts'

/** Shows documents as they are or as the last release has them; what is rendered after it reads what is shown then. */
export const createVersionSwitch = (snapshot: Snapshot, tracker: Tracker) => ({
  /** The newest revision of every document, held back or not. */
  revisions: snapshot.revisions,
  /** The documents that changed since the last release, by id; those that are held back are not among them. */
  changedDocuments: snapshot.changed,
  /** The newest revision of each document that is held back; `null` when it is gone. */
  heldDocuments: snapshot.held,
  /** A document as it is shown; `undefined` when it is not. */
  shownDocument: snapshot.whole,
  /** What the newest version of a document refers to: to which id, in which field and, within a text, in which language. */
  referencesOf(id: string) {
    const newest = snapshot.newest(id)
    return (newest ? referencesIn({...newest.document}) : []).map(
      ({id: target, path, language}) => {
        const [field] = path
        return {target, field: typeof field === 'string' ? field : null, language}
      },
    )
  },
  /** The type of the newest version of a document. */
  typeOf: (id: string): string | undefined => snapshot.newest(id)?.document._type,
  /** Says what the last release shows of a document, as `shownDocument` gave it, where the snapshot was made anew since. */
  setGood: (id: string, version: unknown): void => snapshot.setGood(id, parseVersion(version)),
  /** Shows documents as the last release has them, or not at all. */
  hold: (ids: readonly string[]): void => tracker.advance(snapshot.hold(ids)),
  /** Shows documents that are held back as they are now. */
  admit: (ids: readonly string[]): void => tracker.advance(snapshot.admit(ids)),
  /** A release was made of what is shown. */
  settle: snapshot.settle,
  /** The same of what is known to be in one: whoever made it may have been killed before it said so. */
  settleShown: snapshot.settleShown,
})
