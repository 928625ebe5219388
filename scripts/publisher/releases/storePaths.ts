import {join} from 'node:path'

/** A file of the store: its bytes once, under their hash. */
export const filePath = (root: string, hash: string) => join(root, 'files', hash.slice(0, 2), hash)

/** A directory of the store, under the hash of its entries. */
export const treePath = (root: string, hash: string) => join(root, 'trees', hash)

/** The link to the live release. */
export const currentPath = (root: string) => join(root, 'current')

/** The file that is there while a release is pinned. */
export const pinnedPath = (root: string) => join(root, 'pinned')

/** Which directories are whole and on the disk for good, with their entries. */
export const treeIndexPath = (root: string) => join(root, 'trees.db')

/** What each release is made of, and why. */
export const ledgerPath = (root: string) => join(root, 'ledger.db')
