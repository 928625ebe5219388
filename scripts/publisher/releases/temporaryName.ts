import {randomBytes} from 'node:crypto'
import {readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'

/** `new` becomes something, `gone` was something, `spare` waits to become something. */
type Purpose = 'new' | 'gone' | 'spare'

const NAME = /^\.(?:new|gone|spare)-(\d+)-/

const ours = randomBytes(6).toString('hex') // each thread of a process has its own
let taken = 0

/** A name that nobody else takes, and that tells which process took it. */
export const temporaryName = (purpose: Purpose) =>
  `.${purpose}-${process.pid}-${ours}-${(taken += 1)}`

/** Whether a name in the store is no part of it (yet, or any more). */
export const isTemporary = (name: string) => NAME.test(name)

/** Removes from a directory what processes that are gone left under temporary names. */
export function removeAbandoned(directory: string): void {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name)
    if (isAbandoned(name, path)) rmSync(path, {recursive: true, force: true})
  }
}

function isAbandoned(name: string, path: string) {
  const pid = Number(NAME.exec(name)?.[1])
  if (!pid) return false
  return pid === process.pid ? isOlderThanUs(path) : !isAlive(pid)
}

/** In a container every start may have the same process id. */
function isOlderThanUs(path: string) {
  const startedAt = Date.now() - process.uptime() * 1000
  const stats = statSync(path, {throwIfNoEntry: false})
  return stats !== undefined && stats.ctimeMs < startedAt
}

function isAlive(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
