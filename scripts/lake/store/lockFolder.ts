import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'

/**
 * Keeps a second lake out of a folder: it would not hear of the first one's writes. Returns what lets go; the system
 * lets go by itself when the process dies, however it dies. Throws when another lake has the folder.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, {recursive: true})
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw new Error(`Another lake is using ${folder}. Stop it first, or set another DATA_DIR.`, {
      cause: error,
    })
  }
  return () => lock.close()
}
