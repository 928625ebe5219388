import {lstatSync, readdirSync, readlinkSync, statSync} from 'node:fs'
import {join} from 'node:path'

import {filePath} from './storePaths.ts'
import type {Entries, Entry} from './treeEntries.ts'

/** Whether a directory on disk is links to exactly these entries; a crash may have left less, or files cut short. */
export function isWholeDirectory(root: string, directory: string, entries: Entries): boolean {
  const names = readdirSync(directory)
  return (
    names.length === entries.size &&
    names.every((name) => isEntry(root, join(directory, name), entries.get(name)))
  )
}

function isEntry(root: string, path: string, entry: Entry | undefined) {
  if (!entry) return false
  const stats = lstatSync(path)
  if (entry.kind === 'tree')
    return stats.isSymbolicLink() && readlinkSync(path) === `../${entry.hash}`
  return stats.ino === statSync(filePath(root, entry.hash), {throwIfNoEntry: false})?.ino
}
