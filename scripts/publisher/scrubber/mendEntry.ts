import {renameSync, rmSync, statSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {syncPath} from '../../durable.ts'
import {compressFile} from '../afterwork/compress/compressFiles.ts'
import {SUFFIXES} from '../afterwork/compress/copies.ts'
import {linkFile} from '../releases/linkFile.ts'
import {filePath, treePath} from '../releases/storePaths.ts'
import {temporaryName} from '../releases/temporaryName.ts'
import {parseEntries, type Entries} from '../releases/treeEntries.ts'
import type {TreeIndex} from '../releases/treeIndex.ts'
import {isIntact} from './isIntact.ts'

/**
 * Puts the right bytes in place of a damaged file of a directory; readers see the old ones or the right ones. `false` when
 * the store does not have them: then it forgets what it has. A compressed copy goes at once, since web servers send the
 * text without it, and is made again from the text.
 */
export async function mendFile(
  root: string,
  directory: string,
  name: string,
  entries: Entries,
): Promise<boolean> {
  const id = entries.get(name)?.hash ?? ''
  const kept = filePath(root, id)
  if (!isIntact(kept, id)) {
    rmSync(kept, {force: true})
    const original = originalOf(name, entries)
    if (original === undefined) return false
    rmSync(join(directory, name), {force: true})
    if (!isIntact(filePath(root, original), original)) return true // with the text, or after it
    await compressFile(root, original)
    if (!isIntact(kept, id)) return true // compressed otherwise today: the text stays without
  }
  relink(root, directory, name, id)
  return true
}

/** Puts the bytes of the store in place of what other directories have of a file that was damaged: releases share it. */
export function mendElsewhere(root: string, index: TreeIndex, id: string): void {
  const kept = statSync(filePath(root, id), {throwIfNoEntry: false})
  if (!kept) return
  for (const tree of index.holders(id)) {
    const directory = treePath(root, tree)
    for (const [name, {kind, hash}] of parseEntries(index.read(tree) ?? '')) {
      if (kind !== 'file' || hash !== id) continue
      const found = statSync(join(directory, name), {throwIfNoEntry: false})
      if (found && found.ino !== kept.ino) relink(root, directory, name, id)
    }
  }
}

function relink(root: string, directory: string, name: string, id: string) {
  const temporary = join(directory, temporaryName('new'))
  linkFile(root, id, temporary)
  syncPath(temporary)
  renameSync(temporary, join(directory, name))
  syncPath(directory)
}

/** Makes a link of a directory lead where it should. */
export function mendLink(place: string, id: string): void {
  const temporary = join(dirname(place), temporaryName('new'))
  symlinkSync(`../${id}`, temporary)
  rmSync(place, {recursive: true, force: true})
  renameSync(temporary, place)
  syncPath(dirname(place))
}

/** The text that a compressed copy was made of. */
function originalOf(name: string, entries: Entries) {
  const ending = SUFFIXES.find(({suffix}) => name.endsWith(suffix))
  return ending && entries.get(name.slice(0, -ending.suffix.length))?.hash
}
