import {join} from 'node:path'

import {isDamagedDatabase} from '@coworkmed/site/snapshotDamage'

import {faultOf} from '../faults/faultOf.ts'
import type {Log} from '../log.ts'
import {ledgerPath, treeIndexPath} from './releases/storePaths.ts'

/**
 * Returns what looks at why a publish failed: where a database of ours is damaged, it ends the program, for the next start
 * makes that anew (see `replaceDamagedDatabases`).
 */
export function createDamageCheck(dataDirectory: string, log: Log, end = () => process.exit(1)) {
  const root = join(dataDirectory, 'releases')
  const files = [join(dataDirectory, 'publisher.db'), treeIndexPath(root), ledgerPath(root)]

  return (error: unknown): void => {
    if (faultOf(error).kind !== 'damaged') return
    const damaged = files.filter(isDamagedDatabase)
    if (damaged.length === 0) return
    log.error(
      {files: damaged},
      'a database is damaged: the publisher ends, and makes it anew when it starts',
    )
    end()
  }
}
