import {hash} from 'node:crypto'
import {mkdir, readFile, rename, utimes, writeFile} from 'node:fs/promises'
import {dirname} from 'node:path'

/**
 * A file of the picture cache, where it is whole: its digest lies beside it. What a power cut or a damaged disk left of one,
 * and what an older version kept without a digest, gives `undefined`, to be made anew. Whoever asks is going to use
 * it: see `trimPictureCache`.
 */
export async function readCached(file: string): Promise<Buffer | undefined> {
  try {
    const [bytes, digest] = await Promise.all([readFile(file), readFile(digestOf(file), 'utf8')])
    if (hash('sha256', bytes) !== digest) return undefined
    const now = new Date()
    await utimes(file, now, now)
    return bytes
  } catch {
    return undefined
  }
}

/** Keeps bytes under a name; readers see the old ones or the new ones. */
export async function keepInCache(file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(file), {recursive: true})
  await replace(file, bytes)
  await replace(digestOf(file), hash('sha256', bytes))
}

/** Where the digest of a kept file is. */
export const digestOf = (file: string) => `${file}.sha256`

/** Forced to the disk before it has its name. */
async function replace(file: string, bytes: string | Uint8Array) {
  const unfinished = `${file}.${process.pid}.part`
  await writeFile(unfinished, bytes, {flush: true})
  await rename(unfinished, file)
}
