const APP0 = 0xe0
const APP1 = 0xe1
const APP2 = 0xe2
const APP14 = 0xee
const APP15 = 0xef
/** How its colours are to be read, and nothing else: marker, length, name, version, two flags, transform. */
const ADOBE_LENGTH = 16
/** Version and density, without the small picture that may follow. */
const JFIF_LENGTH = 18
const COMMENT = 0xfe
const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9

interface Segment {
  marker: number
  bytes: Uint8Array
}

/**
 * A JPEG without what cameras and programs wrote about it (place, time, device, comments, previews), its
 * pixels untouched. Colour profile and orientation stay: without them it would look different.
 */
export function withoutJpegMetadata(jpeg: Uint8Array, orientation: number): Uint8Array {
  const kept = [...segmentsOf(jpeg)].filter((segment) => !isMetadata(segment))
  const upright = orientation > 1 ? [orientationSegment(orientation)] : []
  return Buffer.concat([jpeg.subarray(0, 2), ...upright, ...kept.map(({bytes}) => bytes)])
}

/** The segments after the start marker, up to the end of the picture: what a camera hides behind it is left out. */
function* segmentsOf(jpeg: Uint8Array): Generator<Segment> {
  let start = 2
  while (start < jpeg.length) {
    const marker = jpeg[start + 1] ?? END_OF_IMAGE
    const end = marker === END_OF_IMAGE ? start + 2 : endOfSegment(jpeg, start, marker)
    yield {marker, bytes: jpeg.subarray(start, end)}
    if (marker === END_OF_IMAGE) return
    start = end
  }
}

function endOfSegment(jpeg: Uint8Array, start: number, marker: number) {
  if (marker === 0xff) return endOfFilling(jpeg, start)
  if (isStandalone(marker)) return start + 2
  const end = start + 2 + (jpeg[start + 2] ?? 0) * 256 + (jpeg[start + 3] ?? 0)
  return marker === START_OF_SCAN ? endOfScan(jpeg, end) : end
}

/** Any number of 0xff may stand before a marker, the last of them belongs to it. */
function endOfFilling(jpeg: Uint8Array, start: number) {
  let at = start
  while (jpeg[at + 1] === 0xff) at += 1
  return at
}

/** Compressed pixels follow a scan's header and have no length: they end at the next true marker. */
function endOfScan(jpeg: Uint8Array, start: number) {
  let at = jpeg.indexOf(0xff, start)
  while (at >= 0 && isPartOfScan(jpeg[at + 1])) at = jpeg.indexOf(0xff, at + 1)
  return at < 0 ? jpeg.length : at
}

function isPartOfScan(next: number | undefined) {
  return next === 0 || next === 0xff || (next !== undefined && isStandalone(next))
}

/** Restart markers, and the one for temporary use, stand without a length. */
function isStandalone(marker: number) {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}

function isMetadata({marker, bytes}: Segment) {
  if (marker === 0xff) return true // nothing but filling
  if (marker === COMMENT) return true
  if (marker < APP0 || marker > APP15) return false
  const name = Buffer.from(bytes.subarray(4, 16)).toString('latin1')
  if (marker === APP14) return !name.startsWith('Adobe') || bytes.length !== ADOBE_LENGTH
  if (marker === APP0) return !name.startsWith('JFIF\0') || bytes.length !== JFIF_LENGTH
  return !(marker === APP2 && name.startsWith('ICC_PROFILE'))
}

/** The smallest Exif block there is: one entry, the orientation. */
function orientationSegment(orientation: number) {
  const exif = Buffer.from(
    '45786966000049492a0008000000010012010300010000000000000000000000',
    'hex',
  )
  exif.writeUInt16LE(orientation, 24)
  const header = Buffer.from([0xff, APP1, 0, 0])
  header.writeUInt16BE(exif.length + 2, 2)
  return Buffer.concat([header, exif])
}
