import {spawnSync} from 'node:child_process'
import {closeSync, fsyncSync, openSync, renameSync, symlinkSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {temporaryName} from './temporaryName.ts'

/** Above this, one call for the whole file system is quicker, even counting the start of a program. */
const MANY_PATHS = 100

/** Forces files, and the names in directories, to the disk. All of them lie under `root`. */
export function syncPaths(root: string, paths: readonly string[]): void {
  if (paths.length > MANY_PATHS && syncFileSystem(root)) return
  for (const path of paths) syncPath(path)
}

/** Forces a file, or the names in a directory, to the disk: a rename is lasting only after this. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Points a symbolic link at another target in one step, for good. */
export function replaceLink(link: string, target: string): void {
  const next = join(dirname(link), temporaryName('new'))
  symlinkSync(target, next)
  renameSync(next, link)
  syncPath(dirname(link))
}

/** Only Linux promises that everything is on the disk when `sync` returns; `false` elsewhere, or without the program. */
function syncFileSystem(root: string) {
  if (process.platform !== 'linux') return false
  return spawnSync('sync', ['-f', root], {stdio: 'ignore'}).status === 0
}
