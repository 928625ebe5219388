const HEADER_LENGTH = 12
const MOST_CHUNKS = 100_000
const CHUNK_FRAME = 8
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const METADATA_FLAGS = 0b1100

/** A WebP of the chunks that decide how it looks; its pixels untouched. */
export function withoutWebpMetadata(webp: Uint8Array): Uint8Array {
  const chunks = [...chunksOf(Buffer.from(webp))].filter(({type}) => KEPT.has(type))
  const body = Buffer.concat(
    chunks.map(({type, bytes}) => (type === 'VP8X' ? withoutFlags(bytes) : bytes)),
  )
  const header = Buffer.from(webp.subarray(0, HEADER_LENGTH))
  header.writeUInt32LE(body.length + 4, 4)
  return Buffer.concat([header, body])
}

function* chunksOf(webp: Buffer) {
  let start = HEADER_LENGTH
  let chunks = 0
  while (start + CHUNK_FRAME <= webp.length) {
    if ((chunks += 1) > MOST_CHUNKS) throw new TypeError('It has more chunks than any picture.')
    const size = webp.readUInt32LE(start + 4)
    const end = start + CHUNK_FRAME + size + (size % 2)
    yield {type: webp.toString('latin1', start, start + 4), bytes: webp.subarray(start, end)}
    start = end
  }
}

function withoutFlags(header: Buffer) {
  const changed = Buffer.from(header)
  changed.writeUInt8(changed.readUInt8(CHUNK_FRAME) & ~METADATA_FLAGS, CHUNK_FRAME)
  return changed
}
