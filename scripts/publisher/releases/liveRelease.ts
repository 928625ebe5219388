import {existsSync, lstatSync, readlinkSync} from 'node:fs'

import {replaceLink} from './replaceLink.ts'
import {currentPath, treePath} from './storePaths.ts'

/**
 * The id of the live release; `undefined` before the first (also where an older version's release is still served).
 * Throws when `current` points to a release that is not there.
 */
export function liveRelease(root: string): string | undefined {
  const current = currentPath(root)
  if (!lstatSync(current, {throwIfNoEntry: false})?.isSymbolicLink()) return undefined
  const target = readlinkSync(current)
  const id = /^trees\/([0-9a-f]{64})$/.exec(target)?.[1]
  if (id === undefined || existsSync(treePath(root, id))) return id
  throw new Error(
    `${current} points to ${target}, which is not there. Restore it from a backup, or delete ${current} to publish anew.`,
  )
}

/** The id of the release that `current` points to, there or not; `undefined` where it points to none. */
export function linkedRelease(root: string): string | undefined {
  const current = currentPath(root)
  if (!lstatSync(current, {throwIfNoEntry: false})?.isSymbolicLink()) return undefined
  return /^trees\/([0-9a-f]{64})$/.exec(readlinkSync(current))?.[1]
}

/** Makes a release live: one rename, so that a reader sees the old or the new, never neither. Lasting when it returns. */
export function makeLive(root: string, id: string): void {
  replaceLink(currentPath(root), `trees/${id}`)
}
