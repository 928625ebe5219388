import {join} from 'node:path'

import {makeFolder} from '../../durable.ts'
import {createTreeMaker} from './createTreeMaker.ts'
import {liveRelease, makeLive} from './liveRelease.ts'
import {nestChanges} from './nestChanges.ts'
import {pinRelease, pinnedRelease, unpinRelease} from './pinnedRelease.ts'
import {putFile} from './putFile.ts'
import {treeIndexPath, treePath} from './storePaths.ts'
import {type Keep, sweepReleases} from './sweepReleases.ts'
import {removeAbandoned} from './temporaryName.ts'
import {openTreeIndex} from './treeIndex.ts'
import {updateTree} from './updateTree.ts'

/**
 * The releases on disk, as a Merkle tree: `files/` has each file once, `trees/` each directory once, `current` points to
 * the live root. A release is made with `putFile` and `update`, is on disk for good after `flush`, and live after `swap`.
 * Several processes may have the store open; all calls are synchronous. Creates what is missing.
 */
export function openReleaseStore(root: string) {
  for (const directory of ['files', 'trees']) {
    makeFolder(join(root, directory))
    removeAbandoned(join(root, directory))
  }
  removeAbandoned(root)
  const index = openTreeIndex(treeIndexPath(root))
  const trees = createTreeMaker(root, index)

  return {
    /** Keeps a file's bytes; gives their hash. Threads call `putFile(root, bytes)` by themselves. */
    putFile: (bytes: Uint8Array) => putFile(root, bytes),
    /**
     * Gives the id of release `base` with changes: path without leading slash → file hash, or `null` to take it away.
     * Costs only the directories on changed paths. `undefined` as base is the empty release.
     */
    update: (base: string | undefined, changes: ReadonlyMap<string, string | null>): string =>
      updateTree(trees, base, nestChanges(changes)) ?? trees.make(new Map(), undefined),
    /** Forces everything that updates made to the disk. */
    flush: trees.flush,
    /** Gets ready for changes of a release with wide directories. Worth its time (0.01 ms a name) while nobody waits. */
    prepare: trees.prepare,
    /** Forgets what was made ready: some of it may have files that were damaged. */
    forgetPrepared: trees.forgetPrepared,
    /** Makes a release live. Throws when it was not flushed. */
    swap(id: string): void {
      if (!trees.isDurable(id)) {
        throw new Error(
          `Release ${id} cannot go live: it is not on the disk for good. Flush it first.`,
        )
      }
      makeLive(root, id)
    },
    /** The id of the live release; `undefined` before the first. Throws when `current` points to nothing. */
    live: () => liveRelease(root),
    /** Where the live release lies; absolute when the store's root is. A request asks once, so that it never mixes two. */
    liveDirectory(): string | undefined {
      const id = liveRelease(root)
      return id === undefined ? undefined : treePath(root, id)
    },
    /** Pins a release, the live one by default. Throws when there is none. */
    pin(id: string | undefined = liveRelease(root)): void {
      if (id === undefined) throw new Error('Nothing is live yet, so nothing can be pinned.')
      pinRelease(root, id)
    },
    unpin: () => unpinRelease(root),
    /** The id of the pinned release. */
    pinned: () => pinnedRelease(root),
    isPinned: () => pinnedRelease(root) !== undefined,
    /** Removes old releases and whatever no kept release needs. The caller sees to it that nobody writes meanwhile. */
    sweep: (keep: Keep) => sweepReleases(root, index, keep),
    close: () => index.close(),
  }
}
