import {type NameChange, type NestedChanges} from './nestChanges.ts'
import {type Entries, type Entry, isSameEntry, sortedEntries} from './treeEntries.ts'

/** What an update needs of the store: the entries of a directory, and a way to make one, by hash. */
export interface Trees {
  read: (hash: string) => Entries
  /** Makes a directory, much like the one of hash `base`; gives its hash. */
  make: (entries: Entries, base: string | undefined) => string
}

/**
 * Applies changes to the directory of hash `base`, bottom up, and makes only directories that differ. Gives the hash of
 * the result; `undefined` when nothing is left in it. Throws when one name would be a file and a directory.
 */
export function updateTree(
  trees: Trees,
  base: string | undefined,
  changes: NestedChanges,
  path = '',
): string | undefined {
  const before: Entries = base === undefined ? new Map() : trees.read(base)
  const after = new Map(before)
  for (const [name, change] of changes) {
    const entry = changedEntry(trees, before.get(name), change, path + name)
    if (entry) after.set(name, entry)
    else after.delete(name)
  }
  if (after.size === 0) return undefined
  if (isSame(before, after)) return base
  return trees.make(hasNewNames(before, after) ? sortedEntries(after) : after, base)
}

function changedEntry(
  trees: Trees,
  entry: Entry | undefined,
  {file, inside}: NameChange,
  path: string,
): Entry | undefined {
  const oldFile = entry?.kind === 'file' ? entry.hash : null
  const oldTree = entry?.kind === 'tree' ? entry.hash : undefined
  const newFile = file === undefined ? oldFile : file
  const newTree = inside ? updateTree(trees, oldTree, inside, `${path}/`) : oldTree
  if (newFile && newTree) {
    throw new Error(`"${path}" would be a file and a directory. Give one of them another name.`)
  }
  if (newFile) return {kind: 'file', hash: newFile}
  return newTree === undefined ? undefined : {kind: 'tree', hash: newTree}
}

const isSame = (before: Entries, after: Entries) =>
  before.size === after.size &&
  after.entries().every(([name, entry]) => isSameEntry(entry, before.get(name)))

/** A map keeps the place of a name that is set again: only new names have to be put in order. */
const hasNewNames = (before: Entries, after: Entries) =>
  after.keys().some((name) => !before.has(name))
