import {join} from 'node:path'

import {createAssetFolder} from './createAssetFolder.ts'
import {createDiskCache} from './createDiskCache.ts'
import {createLimiter} from './createLimiter.ts'
import {imageMaker} from './imageMaker.ts'

const CACHE_BYTES = 500_000_000
/** Pictures worked on at a time: each may take some 200 MB of memory while it is decoded. */
const PICTURES_AT_ONCE = 2
const MOST_WAITING = 200
/** What takes long has a queue of its own: a wall of thumbnails does not wait behind it. */
const LARGE_AT_ONCE = 1
const MOST_LARGE_WAITING = 5

export type Assets = ReturnType<typeof createAssets>

/** The files of a lake's assets, and the images made from them, under its data folder. */
export function createAssets(dataDir: string) {
  return {
    folder: createAssetFolder(join(dataDir, 'assets')),
    rendered: createDiskCache(join(dataDir, 'cache'), CACHE_BYTES, imageMaker()),
    /** Runs work on pictures, a few at a time. Throws 503 when too much is waiting. */
    limited: createLimiter(PICTURES_AT_ONCE, MOST_WAITING),
    /** The same for work that takes seconds. */
    limitedLarge: createLimiter(LARGE_AT_ONCE, MOST_LARGE_WAITING),
  }
}
