import {existsSync, readFileSync, rmSync} from 'node:fs'

import {syncPath} from '../../durable.ts'
import {writeWholeFile} from '../../wholeFile.ts'
import {pinnedPath} from './storePaths.ts'

/** The id of the release that stays live whatever is published; `undefined` when none is pinned. */
export function pinnedRelease(root: string): string | undefined {
  const file = pinnedPath(root)
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

/** Pins a release. Lasting when it returns. */
export function pinRelease(root: string, id: string): void {
  writeWholeFile(pinnedPath(root), `${id}\n`)
}

/** Lets publishes go live again. Lasting when it returns. */
export function unpinRelease(root: string): void {
  rmSync(pinnedPath(root), {force: true})
  syncPath(root)
}
