import {readFile} from 'node:fs/promises'
import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'

import {putFile} from '../../releases/putFile.ts'
import {filePath} from '../../releases/storePaths.ts'
import type {Copies} from './copies.ts'

/** Such a file fits into one packet anyway. */
const SMALL_BYTES = 1024
/** Beyond these, a page takes several times as long and is hardly smaller. */
const BROTLI_QUALITY = 6
const GZIP_LEVEL = 8
/** As many as Node has threads for. */
const AT_ONCE = 4

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Compresses files of the store, by hash, and puts the copies into it. */
export async function compressFiles(
  root: string,
  hashes: ReadonlySet<string>,
): Promise<Map<string, Copies>> {
  const made = new Map<string, Copies>()
  const queue = hashes.values()
  const work = async () => {
    for (const hash of queue) made.set(hash, await compressFile(root, hash))
  }
  await Promise.all(Array.from({length: AT_ONCE}, work))
  return made
}

/** Compresses one file of the store, by hash, and puts its copies into it. */
export async function compressFile(root: string, hash: string): Promise<Copies> {
  const bytes = await readFile(filePath(root, hash))
  if (bytes.byteLength <= SMALL_BYTES) return {br: null, gzip: null}
  const keep = (copy: Buffer) => (copy.byteLength < bytes.byteLength ? putFile(root, copy) : null)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  }
  return {
    br: keep(await toBrotli(bytes, {params})),
    gzip: keep(await toGzip(bytes, {level: GZIP_LEVEL})),
  }
}
