import {lstatSync, readdirSync} from 'node:fs'
import {join} from 'node:path'

/** Every entry of the release store by its path, with what it takes on disk in bytes; a file with several names counts once. */
export function releaseFiles(dataDirectory: string): Map<string, number> {
  const root = join(dataDirectory, 'releases')
  const seen = new Set<number>()
  const files = new Map<string, number>()
  for (const entry of readdirSync(root, {recursive: true, withFileTypes: true})) {
    const path = join(entry.parentPath, entry.name)
    if (isLedger(entry.name)) continue
    const {ino, blocks} = lstatSync(path)
    files.set(path, seen.has(ino) ? 0 : blocks * BLOCK_BYTES)
    seen.add(ino)
  }
  return files
}

/** The entries that are in `after` alone. */
export const addedFiles = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
) => [...after].filter(([path]) => !before.has(path)).map(([, bytes]) => bytes)

const BLOCK_BYTES = 512

/** The ledger is a database that takes room in advance. */
const isLedger = (name: string) => name.startsWith('ledger.db')
