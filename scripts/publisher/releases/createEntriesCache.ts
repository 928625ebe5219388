import type {Entries} from './treeEntries.ts'

/** About 20 MB. */
const MAX_ENTRIES = 100_000

/** The entries of directories read lately; the oldest leave first. A hash stands for the same entries for ever. */
export function createEntriesCache() {
  const directories = new Map<string, Entries>()
  let count = 0
  return {
    get: (hash: string) => directories.get(hash),
    keep(hash: string, entries: Entries): Entries {
      if (directories.has(hash)) return entries
      directories.set(hash, entries)
      count += entries.size
      for (const [oldest, {size}] of directories) {
        if (count <= MAX_ENTRIES) break
        directories.delete(oldest)
        count -= size
      }
      return entries
    },
  }
}
