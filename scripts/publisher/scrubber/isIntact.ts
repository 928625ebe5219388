import {hash} from 'node:crypto'
import {readFileSync} from 'node:fs'

/** Whether a file is there and has the bytes of this hash; what a disk refuses to read is not. */
export function isIntact(file: string, id: string): boolean {
  try {
    return hash('sha256', readFileSync(file)) === id
  } catch {
    return false
  }
}
