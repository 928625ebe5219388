/** In UTF-16 units of JSON: enough for what the pages of some documents in all languages share. */
const MOST = 400_000

/** The long parts of documents that were read last, so that the next page of the same document has them at hand. */
export function createRecentParts() {
  const parts = new Map<string, {value: unknown; size: number}>()
  let size = 0
  return {
    /** The value of a part; `read` gives its JSON where it is not at hand. */
    get(key: string, read: () => unknown): unknown {
      const known = parts.get(key)
      if (known) return known.value
      const json = read()
      if (typeof json !== 'string' || json === '') return undefined
      const value: unknown = JSON.parse(json)
      parts.set(key, {value, size: json.length})
      size += json.length
      for (const [oldest, part] of parts) {
        if (size <= MOST) break
        parts.delete(oldest)
        size -= part.size
      }
      return value
    },
    /** Forgets all: the content has changed. */
    clear() {
      parts.clear()
      size = 0
    },
  }
}
