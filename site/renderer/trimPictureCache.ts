import {readdir, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {digestOf} from '../src/pictures/cachedFile.ts'

/** How large the cache of pictures and their originals may become, in bytes. */
const PICTURE_CACHE_BYTES = 2_000_000_000

/** What was used so lately may be what a build counts on now: it stays, whatever the size. */
const COUNTED_ON_MS = 60 * 60 * 1000

/**
 * Removes the pictures and originals that were not used for longest, until the rest is within `mostBytes`. Other builds may
 * write and read meanwhile; the folder may be missing.
 */
export async function trimPictureCache(
  cacheDir: string,
  mostBytes: number = PICTURE_CACHE_BYTES,
  now: number = Date.now(),
): Promise<void> {
  const folders = ['pictures', 'originals'].map((name) => join(cacheDir, name))
  const files = (await Promise.all(folders.map(filesIn))).flat()
  let total = files.reduce((sum, {size}) => sum + size, 0)
  for (const {path, size, usedAt} of files.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (total <= mostBytes || now - usedAt < COUNTED_ON_MS) return
    const [still] = await fileAt(path)
    if (still?.usedAt !== usedAt) continue // used since, or gone
    for (const file of [path, digestOf(path)]) await rm(file, {force: true})
    total -= size
  }
}

async function filesIn(folder: string) {
  const names = await readdir(folder).catch(() => [])
  const pictures = names.filter((name) => !name.endsWith(digestOf('')))
  return (await Promise.all(pictures.map((name) => fileAt(join(folder, name))))).flat()
}

/** Nothing where another process has removed it since. */
async function fileAt(path: string) {
  try {
    const {size, mtimeMs: usedAt} = await stat(path)
    return [{path, size, usedAt}]
  } catch {
    return []
  }
}
