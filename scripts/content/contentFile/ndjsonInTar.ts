import type {ByteReader} from './createByteReader.ts'

const BLOCK = 512

/** Whether bytes begin a tar archive. @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html */
export async function isTar(archive: ByteReader): Promise<boolean> {
  const header = await archive.peek(BLOCK)
  return header.toString('latin1', 257, 262) === 'ustar'
}

/**
 * The bytes of the first `.ndjson` in a tar archive, as `@sanity/export` packs them. Throws when there is none, or when the
 * archive ends within it.
 */
export async function* ndjsonInTar(archive: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const header = await archive.read(BLOCK)
    if (header.length < BLOCK || header[0] === 0)
      throw new Error('there is no .ndjson in this archive.')
    const size = sizeIn(header)
    if (isNdjson(header)) return yield* whole(archive, size)
    for await (const _ of archive.stream(Math.ceil(size / BLOCK) * BLOCK));
  }
}

async function* whole(archive: ByteReader, size: number) {
  let left = size
  for await (const chunk of archive.stream(size)) {
    left -= chunk.length
    yield chunk
  }
  if (left > 0) throw new Error('the archive ends within its .ndjson.')
}

/** A regular file with that ending; the hidden ones are what macOS knows of others. */
function isNdjson(header: Buffer) {
  const [name = ''] = header.toString('utf8', 0, 100).split('\0')
  const type = header.toString('latin1', 156, 157)
  return (type === '0' || type === '\0') && /(^|\/)[^./][^/]*\.ndjson$/.test(name)
}

/** Octal digits; a number in binary, with its first bit set, where they do not suffice. */
const sizeIn = (header: Buffer) =>
  header.readUInt8(124) >= 0x80
    ? header.readUIntBE(130, 6)
    : Number.parseInt(header.toString('latin1', 124, 136), 8) || 0
