const EXTENSION = 0x21
const IMAGE = 0x2c
const APPLICATION = 0xff
const GRAPHIC_CONTROL = 0xf9
const TRAILER = 0x3b
const MOST_BLOCKS = 100_000
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
    if (gif[at] === IMAGE || isKept(gif, at)) kept.push(gif.subarray(at, end))
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

function isKept(gif: Uint8Array, at: number) {
  const label = gif[at + 1]
  if (label === GRAPHIC_CONTROL) return true
  const name = Buffer.from(gif.subarray(at + 3, at + 14)).toString('latin1')
  return label === APPLICATION && KEPT_APPLICATIONS.has(name)
}
