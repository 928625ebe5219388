import {hash} from 'node:crypto'
import {
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

import {errorCode} from './errorCode.ts'
import {filePath} from './storePaths.ts'
import {temporaryName} from './temporaryName.ts'

/**
 * Keeps bytes in the store at `root` and gives their hash; writes nothing when they are there, whole. Many threads and
 * processes may do so at once. The bytes are on the disk for good only after the `flush` of a release that has them.
 */
export function putFile(root: string, bytes: Uint8Array): string {
  const id = hash('sha256', bytes)
  const file = filePath(root, id)
  const isThere = statSync(file, {throwIfNoEntry: false}) !== undefined
  if (isThere && readFileSync(file).equals(bytes)) return id
  if (isThere) rmSync(file, {force: true}) // not what its name says: a power cut leaves this of a file that was not flushed

  const temporary = join(dirname(file), temporaryName('new'))
  writeNew(temporary, bytes)
  try {
    place(temporary, file)
  } finally {
    unlinkSync(temporary)
  }
  return id
}

/** In the folder it stays in: file systems look for room near a file's first folder, and one for all would be crowded. */
function writeNew(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(path, bytes, {flag: 'wx'})
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    mkdirSync(dirname(path), {recursive: true})
    writeFileSync(path, bytes, {flag: 'wx'})
  }
}

/** A link, not a rename: where another thread was first, its file stays the one that directories share. */
function place(temporary: string, file: string): void {
  try {
    linkSync(temporary, file)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  }
}
