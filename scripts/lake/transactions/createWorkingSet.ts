import type {Change} from '../store/createCommitter.ts'
import type {LakeDocument} from '../store/lakeDocument.ts'

/** The documents as a transaction sees them: what is stored, with its own changes on top. */
export type WorkingSet = ReturnType<typeof createWorkingSet>

/** Starts from what `stored` returns; writes stay here until `changes` is read. */
export function createWorkingSet(stored: (id: string) => LakeDocument | null) {
  const befores = new Map<string, LakeDocument | null>()
  const afters = new Map<string, LakeDocument | null>()

  function read(id: string): LakeDocument | null {
    const changed = afters.get(id)
    if (changed !== undefined) return changed
    const known = befores.get(id)
    if (known !== undefined) return known
    const before = stored(id)
    befores.set(id, before)
    return before
  }

  return {
    read,

    /** Puts a document in place of the one with this id; null deletes. */
    write(id: string, document: LakeDocument | null) {
      read(id)
      afters.set(id, document)
    },

    /** Whether the transaction deletes the document. */
    isDeleted: (id: string) => afters.get(id) === null,

    /** Whether the transaction has written or deleted the document. */
    isTouched: (id: string) => afters.has(id),

    /** The document as it was before the transaction. */
    before: (id: string) => befores.get(id) ?? null,

    /** The net change of each document, in the order first touched; what came and went again is left out. */
    changes: (): Change[] =>
      [...afters]
        .map(([documentId, after]) => ({
          documentId,
          before: befores.get(documentId) ?? null,
          after,
        }))
        .filter(({before, after}) => before !== null || after !== null),
  }
}
