import {randomUUID} from 'node:crypto'
import {linkSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {rename, rm, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

import {syncPath} from './durable.ts'

/**
 * Writes a file that is relied on later: atomically (readers see the old bytes or the new ones), and durably (a power cut
 * after the return leaves the new ones). Its folder must exist.
 */
export function writeWholeFile(file: string, bytes: string | Uint8Array): void {
  const temporary = temporaryName(file)
  try {
    writeFileSync(temporary, bytes, {flag: 'wx', flush: true})
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, {force: true})
    throw error
  }
  syncPath(dirname(file))
}

/** The same without blocking the thread: for files of megabytes. */
export async function writeLargeWholeFile(file: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryName(file)
  try {
    await writeFile(temporary, bytes, {flag: 'wx', flush: true})
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, {force: true})
    throw error
  }
  syncPath(dirname(file))
}

/** The same where there is no file yet. Throws `EEXIST` when another program was first: its file stays. */
export function createWholeFile(file: string, bytes: string | Uint8Array): void {
  const temporary = temporaryName(file)
  try {
    writeFileSync(temporary, bytes, {flag: 'wx', flush: true, mode: 0o600})
    linkSync(temporary, file)
  } finally {
    rmSync(temporary, {force: true})
  }
  syncPath(dirname(file))
}

const temporaryName = (file: string) => `${file}.${process.pid}-${randomUUID()}.new`
