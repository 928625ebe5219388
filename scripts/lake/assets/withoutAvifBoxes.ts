const HEADER_LENGTH = 8
/** `meta` begins with its version. */
const META_HEADER_LENGTH = 12
const MOST_BOXES = 100_000
/** What is needed to show it: its kind, its items and properties, its pixels, and the frames of an animation. */
const KEPT = new Set(['ftyp', 'meta', 'mdat', 'moov'])
/** Those within `meta`. @see https://aomediacodec.github.io/av1-avif/ */
const KEPT_IN_META = new Set('hdlr pitm iloc iinf iref iprp idat dinf grpl ipro'.split(' '))

/**
 * An AVIF without boxes of programs (`uuid`) and whatever else does not decide how it looks. They become empty space of the
 * same length: pixels are found by their distance from the file's beginning.
 */
export function withoutAvifBoxes(avif: Uint8Array): Uint8Array {
  const bytes = Buffer.from(avif)
  for (const {type, start, end} of boxesOf(bytes, 0, bytes.length)) {
    if (!KEPT.has(type)) blank(bytes, start, end)
    if (type !== 'meta') continue
    for (const inner of boxesOf(bytes, start + META_HEADER_LENGTH, end))
      if (!KEPT_IN_META.has(inner.type)) blank(bytes, inner.start, inner.end)
  }
  return bytes
}

/** Throws where lengths make no sense: what is hidden there would pass. */
function boxesOf(bytes: Buffer, from: number, to: number) {
  const boxes: {type: string; start: number; end: number}[] = []
  for (let start = from; start < to;) {
    if (start + HEADER_LENGTH > to || boxes.length > MOST_BOXES)
      throw new TypeError('Its boxes are broken.')
    const type = bytes.toString('latin1', start + 4, start + 8)
    const end = start + lengthOf(bytes, start, to)
    if (end > to || end < start + HEADER_LENGTH) throw new TypeError('Its boxes are broken.')
    boxes.push({type, start, end})
    start = end
  }
  return boxes
}

/** 0 is up to the end, 1 that the length follows in eight bytes. */
function lengthOf(bytes: Buffer, start: number, to: number) {
  const length = bytes.readUInt32BE(start)
  if (length === 0) return to - start
  return length === 1 ? Number(bytes.readBigUInt64BE(start + HEADER_LENGTH)) : length
}

function blank(bytes: Buffer, start: number, end: number) {
  const isLong = bytes.readUInt32BE(start) === 1
  bytes.write('free', start + 4, 'latin1')
  bytes.fill(0, start + (isLong ? 16 : HEADER_LENGTH), end)
}
