import {chmodSync, statSync} from 'node:fs'

import {makeFolder} from './durable.ts'

const OWNER_ALONE = 0o077
const SHARED = 0o1000

/**
 * Drafts, history and receipts are nobody's business but their owner's: makes a data folder that other accounts of the
 * machine cannot open, and everything this program writes from now on unreadable to them. A folder that is shared on
 * purpose, such as `/tmp`, or that is another's, stays as it is.
 */
export function keepPrivate(dataDirectory: string): void {
  process.umask(OWNER_ALONE)
  makeFolder(dataDirectory)
  const {mode, uid} = statSync(dataDirectory)
  if ((mode & SHARED) === 0 && uid === process.getuid?.()) chmodSync(dataDirectory, 0o700)
}
