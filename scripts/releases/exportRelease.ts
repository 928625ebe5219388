import {hash} from 'node:crypto'
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {filePath} from '../publisher/releases/storePaths.ts'
import {addressOf} from './addressOf.ts'
import {openTreeReader, type TreeReader} from './openTreeReader.ts'
import type {Releases} from './readReleases.ts'
import {resolveRelease} from './resolveRelease.ts'
import {shortId} from './shortId.ts'

/**
 * Writes a release as a plain folder: copies, no links. Every file is compared with its hash on the way.
 * Throws when the folder has something in it, or something in the release is damaged.
 */
export function exportRelease(releases: Releases, directory: string, name: string): string {
  const {id} = resolveRelease(releases, name)
  if (existsSync(directory) && readdirSync(directory).length > 0) {
    throw new Error(`${directory} is not empty. Name a new folder, or empty it first.`)
  }
  const trees = openTreeReader(releases.root)
  try {
    const count = writeTree(releases.root, trees, id, directory)
    return `Release ${shortId(id)}, ${count} files, is in ${directory}.`
  } finally {
    trees.close()
  }
}

/** Gives how many files it wrote. */
function writeTree(root: string, trees: TreeReader, tree: string, directory: string, path = '') {
  mkdirSync(directory, {recursive: true})
  let count = 0
  for (const [name, entry] of trees.read(tree)) {
    const target = join(directory, name)
    if (entry.kind === 'tree') {
      count += writeTree(root, trees, entry.hash, target, `${path}${name}/`)
    } else {
      writeFileSync(target, readWhole(root, entry.hash, path + name), {flag: 'wx'})
      count += 1
    }
  }
  return count
}

function readWhole(root: string, id: string, path: string) {
  const bytes = readFileSync(filePath(root, id))
  if (hash('sha256', bytes) === id) return bytes
  throw new Error(`${addressOf(path)} is damaged. See npm run releases:verify`)
}
