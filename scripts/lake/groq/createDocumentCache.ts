import type {StoredDocument} from './openDocuments.ts'

/** Characters of JSON whose parsed documents are kept between queries. */
const CACHE_CHARACTERS = 32_000_000

/** Keeps the documents read last, up to a size counted in characters of their JSON. */
export function createDocumentCache() {
  const entries = new Map<string, {document: StoredDocument; size: number}>()
  let total = 0

  function remove(key: string) {
    total -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }

  return {
    get: (key: string) => entries.get(key)?.document,
    set(key: string, document: StoredDocument, size: number) {
      entries.set(key, {document, size})
      total += size
      for (const oldest of entries.keys()) {
        if (total <= CACHE_CHARACTERS) break
        remove(oldest)
      }
    },
    delete: remove,
    clear() {
      entries.clear()
      total = 0
    },
  }
}
