import type {FileHandle} from 'node:fs/promises'
import {open} from 'node:fs/promises'

/** A file that is open, and what the disk says of it. */
export interface OpenFile {
  handle: FileHandle
  path: string
  size: number
  /** Another for other bytes: pages are never written again in place. */
  tag: string
}

/** How a path says that no such file is there. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'])

/** Opens a file to be read; `undefined` when there is none, or it is a directory. The caller closes `handle`. */
export async function openFile(path: string): Promise<OpenFile | undefined> {
  const handle = await open(path).catch((cause: NodeJS.ErrnoException) => {
    if (ABSENT.has(cause.code ?? '')) return undefined
    throw cause
  })
  if (!handle) return undefined
  const stats = await handle.stat({bigint: true})
  if (stats.isFile()) {
    const tag = `${stats.ino.toString(36)}-${stats.mtimeNs.toString(36)}-${stats.size.toString(36)}`
    return {handle, path, size: Number(stats.size), tag}
  }
  await handle.close()
  return undefined
}
