import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

import {makeFolder} from './durable.ts'

/** What nobody holds on to is collected, and a lock with it. */
const held = new Set<DatabaseSync>()

/**
 * Keeps a second program of the same name out of a folder: the two would not hear of each other's writes. Returns what
 * lets go; the system lets go by itself when the process dies, however it dies. Throws when another has the folder.
 */
export function lockFolder(folder: string, program: string): () => void {
  makeFolder(folder)
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new Error(`${whyNot(error, folder, program)} Or set another DATA_DIR.`, {cause: error})
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}

function whyNot(error: unknown, folder: string, program: string) {
  const reason = error instanceof Error ? error.message : String(error)
  return reason.includes('locked')
    ? `Another ${program} is using ${folder}. Stop it first.`
    : `${folder} cannot be written to: ${reason}. Make room, or give yourself the right to write there.`
}
