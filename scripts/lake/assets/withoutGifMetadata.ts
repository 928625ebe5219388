const EXTENSION = 0x21
const IMAGE = 0x2c
const APPLICATION = 0xff
const GRAPHIC_CONTROL = 0xf9
const TRAILER = 0x3b
const MOST_BLOCKS = 100_000
const LOOP = 1
const LOOP_LENGTH = 3
/** What says how often an animation is shown. */
const KEPT_APPLICATIONS = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0'])

/**
 * A GIF without comments and what programs wrote into it: kept are its pictures, how each is shown, and how often all are.
 * @see https://www.w3.org/Graphics/GIF/spec-gif89a.txt
 */
export function withoutGifMetadata(gif: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = []
  let at = 13 + colourTable(gif[10] ?? 0)
  kept.push(gif.subarray(0, at))
  let blocks = 0
  while (at < gif.length && gif[at] !== TRAILER) {
    if ((blocks += 1) > MOST_BLOCKS) throw new TypeError('It has more blocks than any picture.')
    const end = gif[at] === EXTENSION ? endOfBlocks(gif, at + 2) : endOfImage(gif, at)
    if (gif[at] === IMAGE || gif[at + 1] === GRAPHIC_CONTROL) kept.push(gif.subarray(at, end))
    else kept.push(...loopCount(gif, at, end))
    at = end
  }
  kept.push(Uint8Array.of(TRAILER))
  return Buffer.concat(kept)
}

const colourTable = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1))

const endOfImage = (gif: Uint8Array, at: number) =>
  endOfBlocks(gif, at + 10 + colourTable(gif[at + 9] ?? 0) + 1)

/** Blocks, each with its length before it, up to an empty one. */
function endOfBlocks(gif: Uint8Array, start: number) {
  let at = start
  while (at < gif.length && gif[at] !== 0) at += 1 + (gif[at] ?? 0)
  return at + 1
}

/** Of the block that says how often all are shown, that alone; of others nothing. */
function* loopCount(gif: Uint8Array, start: number, end: number) {
  const name = Buffer.from(gif.subarray(start + 3, start + 14)).toString('latin1')
  if (gif[start + 1] !== APPLICATION || !KEPT_APPLICATIONS.has(name)) return
  for (let at = start + 14; at < end && gif[at] !== 0; at += 1 + (gif[at] ?? 0)) {
    if (gif[at] !== LOOP_LENGTH || gif[at + 1] !== LOOP) continue
    yield gif.subarray(start, start + 14)
    yield gif.subarray(at, at + 1 + LOOP_LENGTH)
    yield Uint8Array.of(0)
    return
  }
}
