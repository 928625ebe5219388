import {readdirSync, renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'

import {keptReleases} from './keptReleases.ts'
import {openLedger} from './ledger/openLedger.ts'
import {liveRelease} from './liveRelease.ts'
import {pinnedRelease} from './pinnedRelease.ts'
import {reachable} from './reachable.ts'
import {ledgerPath} from './storePaths.ts'
import {isTemporary, temporaryName} from './temporaryName.ts'
import {parseEntries} from './treeEntries.ts'
import type {TreeIndex} from './treeIndex.ts'

/** How many of the newest releases stay, beside the live and the pinned one. */
export interface Keep {
  newest: number
}

/**
 * Removes the releases that nobody keeps, then every directory and file that no kept release leads to; so what a crash
 * left goes too, and a sweep that was killed is finished by the next. Nobody may write to the store meanwhile.
 * Throws, before it removes anything, when a kept release is not whole in the index.
 */
export function sweepReleases(root: string, index: TreeIndex, {newest}: Keep): void {
  const ledger = openLedger(ledgerPath(root))
  try {
    const alsoIds = [liveRelease(root), pinnedRelease(root)].filter((id) => id !== undefined)
    const {ids, sequences} = keptReleases(ledger.releases(), newest, alsoIds)
    const {trees, files} = reachable(ids, (hash) => parseEntries(readTree(root, index, hash)))
    // First nobody counts on them any more, then they go: half a directory must not pass for a whole one.
    ledger.keepReleases(sequences)
    index.keepOnly(trees)
    removeTrees(join(root, 'trees'), trees)
    removeFiles(join(root, 'files'), files)
  } finally {
    ledger.close()
  }
}

function readTree(root: string, index: TreeIndex, hash: string) {
  const entries = index.read(hash)
  if (entries !== undefined) return entries
  throw new Error(
    `Nothing was swept: a release in ${root} leads to directory ${hash}, of which nothing is known.`,
  )
}

function removeTrees(directory: string, kept: ReadonlySet<string>) {
  for (const name of readdirSync(directory)) {
    if (kept.has(name) || isTemporary(name)) continue
    const leaving = join(directory, temporaryName('gone'))
    renameSync(join(directory, name), leaving)
    rmSync(leaving, {recursive: true})
  }
}

function removeFiles(directory: string, kept: ReadonlySet<string>) {
  for (const prefix of readdirSync(directory)) {
    if (isTemporary(prefix)) continue
    for (const name of readdirSync(join(directory, prefix)))
      if (!kept.has(name)) rmSync(join(directory, prefix, name))
  }
}
