import {createHash, randomUUID} from 'node:crypto'
import {rmSync} from 'node:fs'
import {mkdir, open, rename, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import {makeFolder, syncPath} from '../../durable.ts'
import {tooLarge} from '../errors.ts'

export type AssetKind = 'images' | 'files'

/** An upload on disk, not yet kept. */
export interface ReceivedFile {
  path: string
  size: number
  sha1: string
  /** The first bytes, enough to know the type by. */
  head: Uint8Array
}

type Body = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

const HEAD_LENGTH = 512

/** The files of all assets: `<folder>/<images|files>/<dataset>/<name>`, each written once, whole, and never changed. Uploads that an earlier run did not finish are removed. */
export function createAssetFolder(folder: string) {
  const incoming = join(folder, 'incoming')
  rmSync(incoming, {recursive: true, force: true})

  return {
    /** Writes a request's body to disk as it comes. Throws 413, leaving nothing behind, past `limit` bytes. */
    async receive(body: Body, limit: number): Promise<ReceivedFile> {
      await mkdir(incoming, {recursive: true})
      const path = join(incoming, randomUUID())
      try {
        return {path, ...(await writeBody(path, body, limit))}
      } catch (error) {
        await rm(path, {force: true})
        throw error
      }
    },

    /** Puts a received file in its place, durably. */
    async keep(received: ReceivedFile, kind: AssetKind, dataset: string, name: string) {
      const path = join(folder, kind, dataset, name)
      makeFolder(dirname(path))
      await rename(received.path, path)
      syncPath(dirname(path))
    },

    discard: (received: ReceivedFile) => rm(received.path, {force: true}),

    /** Where an asset is. `name` must come from a parsed name, never from a request as it is. */
    pathOf: (kind: AssetKind, dataset: string, name: string) => join(folder, kind, dataset, name),
  }
}

async function writeBody(path: string, body: Body, limit: number) {
  const hash = createHash('sha1')
  const head: Uint8Array[] = []
  let size = 0
  await using file = await open(path, 'wx')
  for await (const chunk of body) {
    if (size < HEAD_LENGTH) head.push(chunk.subarray(0, HEAD_LENGTH))
    size += chunk.byteLength
    if (size > limit) {
      throw tooLarge(
        `The file is larger than ${limit / 1e6} MB. Make it smaller and upload it again.`,
      )
    }
    hash.update(chunk)
    await file.write(chunk)
  }
  await file.sync()
  return {size, sha1: hash.digest('hex'), head: Buffer.concat(head).subarray(0, HEAD_LENGTH)}
}
