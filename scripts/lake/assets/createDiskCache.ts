import {createHash, hash} from 'node:crypto'
import {mkdir, readdir, readFile, rm, stat, utimes} from 'node:fs/promises'
import {join} from 'node:path'

import {writeLargeWholeFile} from '../../wholeFile.ts'

/**
 * Keeps made bytes in a folder, the ones used last, up to a total size. What is asked for twice at the same time is
 * made once. The folder may be deleted at any time. What another `maker` made is never given: it goes as what is unused
 * does. Each file begins with the digest of the rest: one that a disk has damaged is made anew.
 */
export function createDiskCache(folder: string, mostBytes: number, maker = '') {
  const sizes = new Map<string, number>()
  const making = new Map<string, Promise<Buffer>>()
  const loaded = loadSizes(folder).then((found) => {
    for (const [name, size] of found) sizes.set(name, size)
  })

  async function read(name: string) {
    try {
      const bytes = opened(await readFile(join(folder, name)))
      if (!bytes) return
      touch(name, bytes.length)
      const now = new Date()
      await utimes(join(folder, name), now, now)
      return bytes
    } catch {
      return
    }
  }

  async function makeAndKeep(name: string, make: () => Promise<Buffer>) {
    await loaded
    const kept = await read(name)
    if (kept) return kept
    const bytes = await make()
    await mkdir(folder, {recursive: true})
    await writeLargeWholeFile(join(folder, name), Buffer.concat([digestOf(bytes), bytes]))
    touch(name, bytes.length)
    await evict()
    return bytes
  }

  function touch(name: string, size: number) {
    sizes.delete(name)
    sizes.set(name, size)
  }

  async function evict() {
    let total = sizes.values().reduce((sum, size) => sum + size, 0)
    for (const [name, size] of sizes) {
      if (total <= mostBytes) return
      sizes.delete(name)
      total -= size
      await rm(join(folder, name), {force: true})
    }
  }

  return {
    /** The bytes of `key`; `make` is called when they are not kept. */
    get(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
      const name = createHash('sha256').update(maker).update('\n').update(key).digest('hex')
      const running = making.get(name) ?? makeAndKeep(name, make).finally(() => making.delete(name))
      making.set(name, running)
      return running
    },

    /** How many bytes are kept now. */
    async size() {
      await loaded
      return sizes.values().reduce((sum, size) => sum + size, 0)
    },
  }
}

/** What the folder holds from before, the longest unused first. */
async function loadSizes(folder: string) {
  await mkdir(folder, {recursive: true})
  const names = await readdir(folder)
  const found = await Promise.all(
    names.map(async (name) => ({name, ...(await sizeAndUse(join(folder, name)))})),
  )
  return found
    .toSorted((first, second) => first.usedAt - second.usedAt)
    .map(({name, size}) => [name, size] as const)
}

async function sizeAndUse(path: string) {
  const {size, mtimeMs} = await stat(path)
  return {size: Math.max(0, size - DIGEST_BYTES), usedAt: mtimeMs}
}

const DIGEST_BYTES = 32

const digestOf = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer')

/** The bytes of a kept file, if they are those that were kept. */
function opened(file: Buffer) {
  const bytes = file.subarray(DIGEST_BYTES)
  return digestOf(bytes).equals(file.subarray(0, DIGEST_BYTES)) ? bytes : undefined
}
