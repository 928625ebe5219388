/** Parses the documents of a change once, though each listener's query asks for them again. */
export function createChangeReader() {
  const kept = new Map<string, object>()

  return {
    read(json: string | null): object | null {
      if (json === null) return null
      const known = kept.get(json)
      if (known) return known
      const document: object = JSON.parse(json)
      kept.set(json, document)
      const [oldest] = kept.keys()
      if (kept.size > 2 && oldest !== undefined) kept.delete(oldest)
      return document
    },
  }
}
