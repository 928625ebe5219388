import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import {dirname, join} from 'node:path'

import {syncPath} from './durable.ts'
import {pinnedPath} from './storePaths.ts'
import {temporaryName} from './temporaryName.ts'

/** The id of the release that stays live whatever is published; `undefined` when none is pinned. */
export function pinnedRelease(root: string): string | undefined {
  const file = pinnedPath(root)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Pins a release. Lasting when it returns. */
export function pinRelease(root: string, id: string): void {
  const temporary = join(root, temporaryName('new'))
  const handle = openSync(temporary, 'wx')
  try {
    writeSync(handle, `${id}\n`)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(temporary, pinnedPath(root))
  syncPath(dirname(pinnedPath(root)))
}

/** Lets publishes go live again. Lasting when it returns. */
export function unpinRelease(root: string): void {
  rmSync(pinnedPath(root), {force: true})
  syncPath(root)
}
