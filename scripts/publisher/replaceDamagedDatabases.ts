import {existsSync, renameSync, rmSync} from 'node:fs'
import {dirname, join} from 'node:path'

import {isDamagedDatabase} from '@coworkmed/site/snapshotDamage'

import {syncPath} from '../durable.ts'
import type {Log} from '../log.ts'
import {ledgerPath, treeIndexPath} from './releases/storePaths.ts'

/**
 * Sets damaged databases of the publisher aside, for new ones to be made. None holds the only copy of anything that the
 * site needs: webhooks that waited are found by comparing everything, releases are built anew, files are compressed once
 * more. Receipts of the past are lost with theirs; what is left of them can be read from `<name>.damaged`.
 */
export function replaceDamagedDatabases(dataDirectory: string, log: Log): void {
  const root = join(dataDirectory, 'releases')
  for (const files of [
    [join(dataDirectory, 'publisher.db')],
    [treeIndexPath(root), ledgerPath(root)], // each speaks of what is in the other
    [join(root, 'copies.db')],
  ]) {
    const there = files.filter((file) => existsSync(file))
    const damaged = there.filter(isDamagedDatabase)
    if (damaged.length === 0 && there.length === files.length) continue
    for (const file of there) setAside(file)
    if (there.length > 0) {
      const reason =
        damaged.length > 0 ? `${damaged.join(', ')} is damaged` : 'one of two is missing'
      log.warn({files: there}, `${reason}: made anew, and what was there is kept as .damaged`)
    }
  }
}

/** With its write-ahead log, which is of no use to the next one. */
function setAside(file: string) {
  for (const suffix of ['-wal', '-shm']) {
    rmSync(`${file}.damaged${suffix}`, {force: true})
    if (existsSync(file + suffix)) renameSync(file + suffix, `${file}.damaged${suffix}`)
  }
  renameSync(file, `${file}.damaged`)
  syncPath(dirname(file))
}
