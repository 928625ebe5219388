const SIGNATURE_LENGTH = 8
/** Length and type before a chunk's data, checksum after it. */
const MOST_CHUNKS = 100_000
const CHUNK_FRAME = 12
/** What decides how it looks, animations included; there are private chunks without end. */
const KEPT = new Set(
  `IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT`.split(
    ' ',
  ),
)

/** A PNG of the chunks that decide how it looks; its pixels and colours untouched. */
export function withoutPngMetadata(png: Uint8Array): Uint8Array {
  const kept = [...chunksOf(Buffer.from(png))].filter(({type}) => KEPT.has(type))
  return Buffer.concat([png.subarray(0, SIGNATURE_LENGTH), ...kept.map(({bytes}) => bytes)])
}

function* chunksOf(png: Buffer) {
  let start = SIGNATURE_LENGTH
  let chunks = 0
  while (start + CHUNK_FRAME <= png.length) {
    if ((chunks += 1) > MOST_CHUNKS) throw new TypeError('It has more chunks than any picture.')
    const end = start + CHUNK_FRAME + png.readUInt32BE(start)
    const type = png.toString('latin1', start + 4, start + 8)
    yield {type, bytes: png.subarray(start, end)}
    if (type === 'IEND') return
    start = end
  }
}
