import {spawnSync} from 'node:child_process'
import {closeSync, fsyncSync, mkdirSync, openSync, readdirSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'

/**
 * Makes a folder and those above it, durably: a folder's name is an entry of the folder above, and without that entry a
 * power cut takes everything inside, however well it was written.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder)
  const first = mkdirSync(path, {recursive: true})
  if (first === undefined) return
  let made = resolve(first)
  syncPath(dirname(made))
  for (const name of relative(made, path).split(sep).filter(Boolean)) {
    syncPath(made)
    made = join(made, name)
  }
}

/** Forces the bytes of a file, or the names in a folder, to the disk. Windows does so for files that may be written alone. */
export function syncPath(path: string): void {
  const isWindows = process.platform === 'win32'
  if (isWindows && statSync(path).isDirectory()) return
  const handle = openSync(path, isWindows ? 'r+' : 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Forces files, and the names in folders, to the disk. All of them lie under `root`. */
export function syncPaths(root: string, paths: readonly string[]): void {
  if (paths.length > MANY_PATHS && syncFileSystem(root)) return
  for (const path of paths) syncPath(path)
}

/** Forces a folder with everything in it to the disk. What a tool of others wrote is not there for good before. */
export function syncTree(folder: string): void {
  const inside = readdirSync(folder, {recursive: true, withFileTypes: true})
  const paths = inside
    .filter((entry) => entry.isFile() || entry.isDirectory())
    .map(({parentPath, name}) => join(parentPath, name))
  syncPaths(folder, [...paths, folder])
}

/** Above this, one call for the whole file system is quicker, even counting the start of a program. */
const MANY_PATHS = 100

/** Only Linux promises that everything is on the disk when `sync` returns; `false` elsewhere, or without the program. */
function syncFileSystem(root: string) {
  if (process.platform !== 'linux') return false
  return spawnSync('sync', ['-f', root], {stdio: 'ignore'}).status === 0
}
