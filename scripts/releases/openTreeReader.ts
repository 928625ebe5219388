import {treeIndexPath} from '../publisher/releases/storePaths.ts'
import {type Entries, hashOfEntries, parseEntries} from '../publisher/releases/treeEntries.ts'
import {openTreeIndex} from '../publisher/releases/treeIndex.ts'

/** Reads what directories of the store should hold, and believes only entries that hash to the directory's own name. */
export function openTreeReader(root: string) {
  const index = openTreeIndex(treeIndexPath(root), {readOnly: true})
  return {
    /** Throws when the entries are unknown or damaged. */
    read(hash: string): Entries {
      const text = index.read(hash)
      if (text !== undefined && hashOfEntries(text) === hash) return parseEntries(text)
      throw new Error(`What directory ${hash} should hold is ${text ? 'damaged' : 'not known'}.`)
    },
    close: index.close,
  }
}

export type TreeReader = ReturnType<typeof openTreeReader>
