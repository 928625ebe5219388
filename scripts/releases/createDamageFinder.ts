import {hash} from 'node:crypto'
import {existsSync, lstatSync, readFileSync, readdirSync, readlinkSync} from 'node:fs'
import {join} from 'node:path'

import {treePath} from '../publisher/releases/storePaths.ts'
import type {Entries, Entry} from '../publisher/releases/treeEntries.ts'
import type {TreeReader} from './openTreeReader.ts'

/** Something on disk that is not as it was written. */
export interface Damage {
  /** `fr/index.html`, or `fr/` for a directory. */
  path: string
  message: string
}

/**
 * Gives the function that compares a directory of the store, and all below it, with the hashes they have: every file as
 * a web server would read it. What several releases have in common is read once.
 */
export function createDamageFinder(root: string, trees: TreeReader) {
  const found = new Map<string, Damage[]>()

  function damageOf(tree: string): Damage[] {
    const known = found.get(tree)
    if (known) return known
    const damage = directoryDamage(tree)
    found.set(tree, damage)
    return damage
  }

  function directoryDamage(tree: string): Damage[] {
    const directory = treePath(root, tree)
    if (!existsSync(directory)) return [{path: '', message: 'the directory is not there'}]
    try {
      const entries = trees.read(tree)
      const inside = entries
        .entries()
        .flatMap(([name, entry]) => entryDamage(directory, name, entry))
      return [...strangers(directory, entries), ...inside]
    } catch (error) {
      return [{path: '', message: error instanceof Error ? error.message : String(error)}]
    }
  }

  function entryDamage(directory: string, name: string, entry: Entry): Damage[] {
    const path = join(directory, name)
    const stats = lstatSync(path, {throwIfNoEntry: false})
    if (!stats) return [{path: name, message: 'it is not there'}]
    if (entry.kind === 'tree') {
      const leadsThere = stats.isSymbolicLink() && readlinkSync(path) === `../${entry.hash}`
      if (!leadsThere) return [{path: `${name}/`, message: 'it leads elsewhere'}]
      return damageOf(entry.hash).map((damage) => ({...damage, path: `${name}/${damage.path}`}))
    }
    const isWhole = stats.isFile() && hash('sha256', readFileSync(path)) === entry.hash
    return isWhole ? [] : [{path: name, message: 'its bytes are not those it was made of'}]
  }

  return damageOf
}

const strangers = (directory: string, entries: Entries): Damage[] =>
  readdirSync(directory)
    .filter((name) => !entries.has(name))
    .map((name) => ({path: name, message: 'it does not belong to the release'}))
