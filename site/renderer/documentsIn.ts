import type {Snapshot} from '../src/content/snapshot/openSnapshot.ts'

/** What can be told of each document that a snapshot shows, by id. */
export function documentsIn(snapshot: Snapshot) {
  return new Map(
    Array.from(snapshot.documents(), ({id, type, revision, short}) => {
      const {_updatedAt: updatedAt} = short
      return [id, {type, revision, updatedAt: typeof updatedAt === 'string' ? updatedAt : null}]
    }),
  )
}
