import type {StoredDocument} from '../documentStore.ts'
import type {DocumentType} from '../documents.ts'

/** Documents in memory, by id, by type and by what they refer to. */
export function createIndex() {
  const byId = new Map<string, StoredDocument>()
  const byType = new Map<string, Set<string>>()
  const byReference = new Map<string, Set<string>>()
  const byClaim = new Map<string, Set<string>>()
  const ordered = new Map<Set<string>, readonly string[]>()

  function inOrder(ids: Set<string> | undefined): readonly string[] {
    if (!ids) return []
    const known = ordered.get(ids)
    if (known) return known
    const made = [...ids].toSorted((a, b) => (a < b ? -1 : 1))
    ordered.set(ids, made)
    return made
  }

  function change(map: Map<string, Set<string>>, key: string, id: string, isIn: boolean) {
    const ids = map.get(key) ?? new Set()
    map.set(key, ids)
    if (ids.has(id) === isIn) return
    ordered.delete(ids)
    if (isIn) ids.add(id)
    else ids.delete(id)
  }

  function remove(id: string) {
    const known = byId.get(id)
    if (!known) return
    byId.delete(id)
    change(byType, known.type, id, false)
    for (const target of known.references) change(byReference, `${known.type} ${target}`, id, false)
    for (const claim of known.derived.claims) change(byClaim, claim, id, false)
  }

  const createdAt = (id: string) => String(byId.get(id)?.short._createdAt)

  /** Those that were made first come first. */
  const byAge = (one: string, other: string) =>
    `${createdAt(one)} ${one}` < `${createdAt(other)} ${other}` ? -1 : 1

  return {
    document: (id: string) => byId.get(id),
    /** All of them, in no particular order. */
    documents: (): Iterable<StoredDocument> => byId.values(),
    idsOf: (type: DocumentType) => inOrder(byType.get(type)),
    idsReferring: (type: DocumentType, id: string) => inOrder(byReference.get(`${type} ${id}`)),
    claimants: (claim: string) => [...(byClaim.get(claim) ?? [])].toSorted(byAge),
    scheduled: () => [...byId.values()].filter((each) => each.publishAt || each.unpublishAt),
    revisions: () => new Map([...byId.values()].map(({id, revision}) => [id, revision])),
    put(document: StoredDocument) {
      const before = byId.get(document.id)
      if (
        before?.type !== document.type ||
        before.references.join() !== document.references.join() ||
        before.derived.claims.join() !== document.derived.claims.join()
      ) {
        remove(document.id)
        change(byType, document.type, document.id, true)
        for (const target of document.references) {
          change(byReference, `${document.type} ${target}`, document.id, true)
        }
        for (const claim of document.derived.claims) change(byClaim, claim, document.id, true)
      }
      byId.set(document.id, document)
    },
    remove,
  }
}
