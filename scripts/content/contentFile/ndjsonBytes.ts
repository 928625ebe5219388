import {createReadStream} from 'node:fs'
import {open} from 'node:fs/promises'
import {PassThrough, pipeline} from 'node:stream'
import {createGunzip} from 'node:zlib'

import {createByteReader} from './createByteReader.ts'
import {isTar, ndjsonInTar} from './ndjsonInTar.ts'

/** The bytes of the NDJSON that a file is, or holds: as it is, compressed by gzip, in a tar archive, or both. */
export async function* ndjsonBytes(path: string): AsyncGenerator<Buffer> {
  const file = createByteReader(await unzipped(path))
  try {
    yield* (await isTar(file)) ? ndjsonInTar(file) : file.stream(Infinity)
  } finally {
    await file.close()
  }
}

async function unzipped(path: string): Promise<AsyncIterable<Buffer>> {
  const unzip = (await isGzip(path)) ? createGunzip() : new PassThrough()
  // Whoever reads the result is told of errors of either.
  return pipeline(createReadStream(path), unzip, () => undefined)
}

async function isGzip(path: string) {
  await using file = await open(path)
  const {buffer} = await file.read(Buffer.alloc(2), 0, 2, 0)
  return buffer.readUInt16BE() === 0x1f8b
}
