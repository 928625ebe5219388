import {existsSync, mkdirSync, renameSync, rmSync} from 'node:fs'

import {errorCode} from './errorCode.ts'
import {type Directory, changeDirectory, fillDirectory} from './fillDirectory.ts'
import {isWholeDirectory} from './isWholeDirectory.ts'
import {treePath} from './storePaths.ts'
import {temporaryName} from './temporaryName.ts'
import type {Entries} from './treeEntries.ts'

interface Base extends Directory {
  /** A copy of it that may be taken and changed. */
  spare: string | undefined
}

/** Makes the directory of hash `id`, from one much like it if there is one. It appears whole. Throws when a file is missing. */
export function makeDirectory(root: string, id: string, entries: Entries, base?: Base): void {
  const target = treePath(root, id)
  if (existsSync(target)) {
    if (isWholeDirectory(root, target, entries)) return
    renameSync(target, treePath(root, temporaryName('gone')))
  }
  const temporary = treePath(root, temporaryName('new'))
  try {
    if (base?.spare !== undefined && isTaken(base.spare, temporary)) {
      changeDirectory(root, temporary, base.entries, entries)
    } else {
      mkdirSync(temporary)
      fillDirectory(root, temporary, entries, base)
    }
    appear(temporary, target)
  } catch (error) {
    rmSync(temporary, {recursive: true, force: true})
    throw error
  }
}

function isTaken(spare: string, path: string) {
  try {
    renameSync(spare, path)
    return true
  } catch {
    return false
  }
}

/** Where another process was first, the directory it made is the same. */
function appear(temporary: string, target: string) {
  try {
    renameSync(temporary, target)
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error
    rmSync(temporary, {recursive: true})
  }
}
