import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {createEntriesCache} from './createEntriesCache.ts'
import {createSpares} from './createSpares.ts'
import {syncPaths} from '../../durable.ts'
import {makeDirectory} from './makeDirectory.ts'
import {filePath, treePath} from './storePaths.ts'
import {
  type Entries,
  formatEntries,
  hashOfEntries,
  isSameEntry,
  parseEntries,
} from './treeEntries.ts'
import type {TreeIndex} from './treeIndex.ts'
import type {Trees} from './updateTree.ts'

interface TreeMaker extends Trees {
  /** Forces the directories made since the last time, and their files, to the disk, then enters them in the index. */
  flush: () => void
  /** Gets ready, while nobody waits, for changes of a release with wide directories. */
  prepare: (release: string) => void
  /** Forgets what was made ready. */
  forgetPrepared: () => void
  /** Whether a directory is on the disk for good. */
  isDurable: (hash: string) => boolean
}

/** Made, but perhaps not yet on the disk for good. */
interface PendingDirectory {
  text: string
  entries: Entries
  /** The hashes of its files that may not be on the disk for good either. */
  newFiles: string[]
}

/** Makes directories on disk, and remembers which of them have still to be forced to the disk. */
export function createTreeMaker(root: string, index: TreeIndex): TreeMaker {
  const cache = createEntriesCache()
  const pending = new Map<string, PendingDirectory>()

  function read(hash: string) {
    const known = cache.get(hash) ?? pending.get(hash)?.entries
    if (known) return known
    const text = index.read(hash)
    if (text === undefined) throw new Error(unknownDirectory(root, hash))
    return cache.keep(hash, parseEntries(text))
  }

  /** Of an update that failed, as on a full disk, a sweep may have taken what was made already. */
  function forgetSwept(hashes: readonly string[]) {
    for (const hash of hashes) {
      if (pending.has(hash) && !existsSync(treePath(root, hash))) pending.delete(hash)
    }
  }

  const spares = createSpares(root, read)
  const baseOf = (hash: string) => ({
    path: treePath(root, hash),
    entries: read(hash),
    spare: spares.take(hash),
  })

  return {
    read,
    make(entries, base) {
      const text = formatEntries(entries)
      const id = hashOfEntries(text)
      forgetSwept([id])
      if (pending.has(id) || index.has(id)) return id
      const like = base === undefined ? undefined : baseOf(base)
      makeDirectory(root, id, entries, like)
      pending.set(id, {text, entries, newFiles: newFiles(entries, like?.entries)})
      cache.keep(id, entries)
      return id
    },
    flush() {
      forgetSwept([...pending.keys()])
      if (pending.size === 0) return
      syncPaths(root, pathsToSync(root, pending))
      index.add(new Map(Array.from(pending, ([hash, {text}]) => [hash, text])))
      pending.clear()
    },
    prepare: spares.prepare,
    forgetPrepared: spares.clear,
    isDurable: (hash) => !pending.has(hash) && index.has(hash),
  }
}

/** Files that the directory it was made from has under the same name are that one's to force to the disk. */
const newFiles = (entries: Entries, base: Entries = new Map()) =>
  [...entries].flatMap(([name, entry]) =>
    entry.kind === 'tree' || isSameEntry(entry, base.get(name)) ? [] : entry.hash,
  )

/** Files first, then the directories that name them. */
function pathsToSync(root: string, pending: ReadonlyMap<string, PendingDirectory>): string[] {
  const hashes = new Set([...pending.values()].flatMap((directory) => directory.newFiles))
  const files = [...hashes].map((hash) => filePath(root, hash))
  const folders = new Set(files.map((file) => dirname(file)))
  const trees = [...pending.keys()].map((hash) => treePath(root, hash))
  return [...files, ...folders, ...trees, join(root, 'files'), join(root, 'trees')]
}

const unknownDirectory = (root: string, hash: string) =>
  `The release store ${root} has no directory ${hash}, or it was never flushed. Build the whole site anew.`
