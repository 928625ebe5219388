import {hash} from 'node:crypto'
import {readFile, readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {type Entry, formatEntries, hashOfEntries, sortedEntries} from './treeEntries.ts'

interface TreeDigest {
  /** The id that a release of these files has. */
  digest: string
  /** How many HTML files there are. */
  pages: number
}

/** What the release of a folder's files would be called. Links are followed; empty folders are no part of a site. */
export async function digestOfTree(directory: string): Promise<TreeDigest> {
  const entries = new Map<string, Entry>()
  let pages = 0
  for (const name of await readdir(directory)) {
    const path = join(directory, name)
    if ((await stat(path)).isDirectory()) {
      const inside = await digestOfTree(path)
      if (inside.digest !== EMPTY) entries.set(name, {kind: 'tree', hash: inside.digest})
      pages += inside.pages
    } else {
      entries.set(name, {kind: 'file', hash: hash('sha256', await readFile(path))})
      if (name.endsWith('.html')) pages += 1
    }
  }
  return {digest: hashOfEntries(formatEntries(sortedEntries(entries))), pages}
}

const EMPTY = hashOfEntries('')
