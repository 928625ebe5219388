import {lstat, readdir} from 'node:fs/promises'
import {join} from 'node:path'

import {errorCode} from '../../../scripts/publisher/releases/errorCode.ts'

/** Something of its own on disk: a file counts once, whatever the number of its names. */
interface StoredFile {
  /** Whether it holds bytes; else it is a folder or a link. */
  isFile: boolean
  bytes: number
}

/** Everything the release store has on disk, by what tells it from others; looked at again when something goes meanwhile. */
export async function releaseFiles(dataDirectory: string): Promise<Map<string, StoredFile>> {
  for (;;) {
    try {
      return await lookAtFiles(dataDirectory)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error // else a sweep was faster
    }
  }
}

async function lookAtFiles(dataDirectory: string) {
  const root = join(dataDirectory, 'releases')
  const files = new Map<string, StoredFile>()
  for (const entry of await readdir(root, {recursive: true, withFileTypes: true})) {
    if (isLedger(entry.name)) continue
    const {ino, birthtimeMs, blocks} = await lstat(join(entry.parentPath, entry.name))
    const isFile = entry.isFile()
    files.set(`${ino} ${birthtimeMs}`, {isFile, bytes: blocks * BLOCK_BYTES})
  }
  return files
}

/** What is in `after` alone. */
export const addedFiles = (
  before: ReadonlyMap<string, StoredFile>,
  after: ReadonlyMap<string, StoredFile>,
) => [...after].filter(([id]) => !before.has(id)).map(([, file]) => file)

const BLOCK_BYTES = 512

/** The ledger is a database, which takes room in advance. */
const isLedger = (name: string) => name.startsWith('ledger.db')
