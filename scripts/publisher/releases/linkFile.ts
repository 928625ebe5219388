import {copyFileSync, linkSync, renameSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {syncPath} from '../../durable.ts'
import {errorCode} from './errorCode.ts'
import {filePath} from './storePaths.ts'
import {temporaryName} from './temporaryName.ts'

/** Puts a file of the store in a place, without a copy of its bytes. Throws when the store does not have it. */
export function linkFile(root: string, hash: string, path: string): void {
  const file = filePath(root, hash)
  try {
    linkSync(file, path)
  } catch (error) {
    if (errorCode(error) === 'EMLINK') linkCopy(file, path)
    else if (errorCode(error) === 'ENOENT') {
      throw new Error(`The file ${hash} is not in the store. Put it before the update.`, {
        cause: error,
      })
    } else throw error
  }
}

/** A file has at most some 65,000 names. A copy takes its place, with names of its own to give. */
function linkCopy(file: string, path: string) {
  syncPath(file) // from here on no flush finds it under its hash
  const copy = join(dirname(file), temporaryName('new'))
  copyFileSync(file, copy)
  syncPath(copy)
  renameSync(copy, file)
  linkSync(file, path)
}
