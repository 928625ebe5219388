import {mkdirSync, rmSync} from 'node:fs'

import {fillDirectory} from './fillDirectory.ts'
import {treePath} from './storePaths.ts'
import {temporaryName} from './temporaryName.ts'
import type {Entries} from './treeEntries.ts'

/** From here on a directory is worth a copy made in advance: linking 200 names takes about 2 ms. */
const WIDE = 200

/** The oldest leave first. */
const MAX_SPARES = 64

/** Some 20 MB of hashes; then all directories are looked at again. */
const MAX_SEEN = 200_000

/**
 * Copies of wide directories, made while nobody waits: an update takes the copy of the directory it changes, instead of
 * linking thousands of names that stay the same. Known to this process alone, so that no crash leaves half of one.
 */
export function createSpares(root: string, read: (hash: string) => Entries) {
  const spares = new Map<string, string>()
  const seen = new Set<string>()

  function prepare(hash: string) {
    if (seen.has(hash)) return
    seen.add(hash)
    const entries = read(hash)
    for (const entry of entries.values()) if (entry.kind === 'tree') prepare(entry.hash)
    if (entries.size >= WIDE && !spares.has(hash))
      spares.set(hash, copyDirectory(root, hash, entries))
  }

  return {
    /** Takes the copy of a directory away from here: the caller may change it. */
    take(hash: string): string | undefined {
      const spare = spares.get(hash)
      if (spares.delete(hash)) seen.delete(hash)
      return spare
    },
    /** Forgets all copies: some may have what was damaged. */
    clear(): void {
      for (const spare of spares.values()) rmSync(spare, {recursive: true, force: true})
      spares.clear()
      seen.clear()
    },
    /** Makes copies of the wide directories of a release, those that were not looked at before. */
    prepare(release: string): void {
      if (seen.size > MAX_SEEN) seen.clear()
      prepare(release)
      for (const [hash, spare] of spares) {
        if (spares.size <= MAX_SPARES) break
        spares.delete(hash)
        rmSync(spare, {recursive: true, force: true})
      }
    },
  }
}

function copyDirectory(root: string, hash: string, entries: Entries) {
  const spare = treePath(root, temporaryName('spare'))
  mkdirSync(spare)
  fillDirectory(root, spare, entries, {path: treePath(root, hash), entries})
  return spare
}
