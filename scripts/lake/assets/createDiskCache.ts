import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/**
 * Keeps made bytes in a folder, the ones used last, up to a total size. What is asked for twice at the same time is
 * made once. The folder may be deleted at any time. What another `maker` made is never given: it goes as what is unused does.
 */
export function createDiskCache(folder: string, mostBytes: number, maker = '') {
  const sizes = new Map<string, number>()
  const making = new Map<string, Promise<Buffer>>()
  const loaded = loadSizes(folder).then((found) => {
    for (const [name, size] of found) sizes.set(name, size)
  })

  async function read(name: string) {
    try {
      const bytes = await readFile(join(folder, name))
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
    await writeWhole(folder, name, bytes)
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
  return {size, usedAt: mtimeMs}
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array) {
  await mkdir(folder, {recursive: true})
  const temporary = join(folder, `${name}-${randomUUID()}`)
  await writeFile(temporary, bytes)
  await rename(temporary, join(folder, name))
}
