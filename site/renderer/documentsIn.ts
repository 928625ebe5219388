import type {Snapshot} from '../src/content/snapshot/openSnapshot.ts'

/** What can be told of each document of a snapshot, by id. */
export function documentsIn(snapshot: Snapshot) {
  return new Map(
    [...snapshot.revisions()].map(([id, revision]) => {
      const {type = '', short} = snapshot.document(id) ?? {}
      const updatedAt = short?._updatedAt
      return [id, {type, revision, updatedAt: typeof updatedAt === 'string' ? updatedAt : null}]
    }),
  )
}
