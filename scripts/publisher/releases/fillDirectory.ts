import {linkSync, symlinkSync, unlinkSync} from 'node:fs'

import {linkFile} from './linkFile.ts'
import {type Entries, type Entry, isSameEntry} from './treeEntries.ts'

/** A directory that is there already. */
export interface Directory {
  path: string
  entries: Entries
}

/**
 * Fills an empty directory: hard links to files, relative symbolic links to other directories. Symbolic links that
 * `base` has as well are linked from there: one with a second name takes no room, and half the time of a new one. Files come
 * from the store: where a damaged one was mended, an older directory may still have it.
 */
export function fillDirectory(
  root: string,
  path: string,
  entries: Entries,
  base?: Directory,
): void {
  for (const [name, entry] of entries) {
    const isKept =
      base !== undefined && entry.kind === 'tree' && isSameEntry(entry, base.entries.get(name))
    if (!isKept || !isLinked(`${base.path}/${name}`, `${path}/${name}`))
      placeEntry(root, entry, `${path}/${name}`)
  }
}

/** Changes a directory that nobody uses yet from one list of entries to another. */
export function changeDirectory(root: string, path: string, before: Entries, after: Entries): void {
  for (const [name, entry] of before)
    if (!isSameEntry(entry, after.get(name))) unlinkSync(`${path}/${name}`)
  for (const [name, entry] of after)
    if (!isSameEntry(entry, before.get(name))) placeEntry(root, entry, `${path}/${name}`)
}

function placeEntry(root: string, {kind, hash}: Entry, path: string) {
  if (kind === 'tree') symlinkSync(`../${hash}`, path)
  else linkFile(root, hash, path)
}

/** Not every system links to a symbolic link itself, and none does so without end. */
function isLinked(from: string, to: string) {
  try {
    linkSync(from, to)
    return true
  } catch {
    return false
  }
}
