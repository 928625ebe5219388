import {rmSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'

const CORRUPT = 11
const NOT_A_DATABASE = 26

/** Whether a failure says that a database's file is damaged. The low byte is the code, the rest says more. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
  return code === CORRUPT || code === NOT_A_DATABASE
}

/** Whether a database is damaged. Reads its file from end to end: it takes a second for each half gigabyte. */
export function isDamagedDatabase(file: string): boolean {
  try {
    const database = new DatabaseSync(file, {readOnly: true})
    try {
      return database.prepare('PRAGMA quick_check(1)').get()?.quick_check !== 'ok'
    } finally {
      database.close()
    }
  } catch (error) {
    return isDamage(error)
  }
}

/** Takes a snapshot away, for the next one to be fetched anew: all of it is still where it came from. */
export function removeSnapshot(file: string): void {
  process.stderr.write(`${file} is damaged, and is made anew from the content.\n`)
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, {force: true})
}
