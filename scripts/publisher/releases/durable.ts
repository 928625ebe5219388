import {closeSync, fsyncSync, openSync, renameSync, rmSync, symlinkSync} from 'node:fs'
import {open, readdir} from 'node:fs/promises'
import {dirname, join} from 'node:path'

/** Forces every file of a tree, then its directories, to the disk. */
export async function syncTree(directory: string): Promise<void> {
  for (const entry of await readdir(directory, {withFileTypes: true})) {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) await syncTree(path)
    else await syncFile(path)
  }
  syncDirectory(directory)
}

/** Forces the names in a directory to the disk: a rename is lasting only after this. */
export function syncDirectory(directory: string): void {
  const handle = openSync(directory, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Points a symbolic link at another target in one step. */
export function replaceLink(link: string, target: string): void {
  const next = `${link}.next`
  rmSync(next, {force: true})
  symlinkSync(target, next)
  renameSync(next, link)
  syncDirectory(dirname(link))
}

async function syncFile(path: string) {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
