import {existsSync, lstatSync, readdirSync, readlinkSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {makeDirectory} from '../releases/makeDirectory.ts'
import {treePath} from '../releases/storePaths.ts'
import {hashOfEntries, parseEntries, type Entries} from '../releases/treeEntries.ts'
import type {TreeIndex} from '../releases/treeIndex.ts'
import {isIntact} from './isIntact.ts'
import {mendElsewhere, mendFile, mendLink} from './mendEntry.ts'

/** What was found damaged: files of the release, such as `fr/index.html`. */
export interface Scrubbed {
  mended: string[]
  /** Their bytes are nowhere in the store any more: they have to be made anew. */
  lost: string[]
}

/** Of each second, this part is spent working: a scrub may take its time. */
const PACE = 0.25

/**
 * Reads a release from end to end, as a web server would, and compares it with the hashes it was made of. What the store
 * has whole is put in place of what is damaged; the store forgets damaged bytes, so that a build makes them anew.
 */
export async function scrubRelease(root: string, index: TreeIndex, id: string): Promise<Scrubbed> {
  const found: Scrubbed = {mended: [], lost: []}
  const seen = new Set<string>()
  if (index.read(id) === undefined) return found // made before the index was: nothing says how it should be
  await visit(id, '')
  return found

  async function visit(tree: string, path: string): Promise<void> {
    if (seen.has(tree)) return
    seen.add(tree)
    const text = index.read(tree)
    if (text === undefined || hashOfEntries(text) !== tree) return void found.lost.push(path)
    const entries = parseEntries(text)
    const directory = treePath(root, tree)
    if (!existsSync(directory) && !isMade(root, tree, entries)) return void found.lost.push(path)
    for (const name of readdirSync(directory))
      if (!entries.has(name)) rmSync(join(directory, name), {recursive: true, force: true})
    for (const [name, entry] of entries) {
      const startedAt = performance.now()
      const place = join(directory, name)
      if (entry.kind === 'tree') {
        if (!leadsTo(place, entry.hash)) mendLink(place, entry.hash)
        await visit(entry.hash, `${path}${name}/`)
      } else if (!isIntact(place, entry.hash)) {
        const isMended = await mendFile(root, directory, name, entries)
        if (isMended) mendElsewhere(root, index, entry.hash)
        found[isMended ? 'mended' : 'lost'].push(path + name)
      }
      await sleep((performance.now() - startedAt) * (1 / PACE - 1))
    }
  }
}

function isMade(root: string, tree: string, entries: Entries) {
  try {
    makeDirectory(root, tree, entries)
    return true
  } catch {
    return false
  }
}

const leadsTo = (place: string, hash: string) =>
  lstatSync(place, {throwIfNoEntry: false})?.isSymbolicLink() === true &&
  readlinkSync(place) === `../${hash}`
