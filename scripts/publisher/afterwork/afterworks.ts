import {compressRelease} from './compress/compressRelease.ts'

/**
 * Work on a release that visitors need not wait for. Takes the id of a flushed release and gives that of another, flushed
 * as well: the same files, and more beside them. What it makes of equal content it makes once.
 */
export type Afterwork = (root: string, release: string) => Promise<string>

/** In this order; compressed copies come last, since what the others add wants them too. */
export const afterworks: readonly Afterwork[] = [compressRelease]
