import type {Metadata} from 'sharp'

import type {ImageFormatName} from './imageFormats.ts'
import {formatOf} from './imageFormats.ts'
import {openImage} from './openImage.ts'
import {withoutAvifBoxes} from './withoutAvifBoxes.ts'
import {withoutEmbeddedMetadata} from './withoutEmbeddedMetadata.ts'
import {withoutGifMetadata} from './withoutGifMetadata.ts'
import {withoutJpegMetadata} from './withoutJpegMetadata.ts'
import {withoutPngMetadata} from './withoutPngMetadata.ts'
import {withoutSvgMetadata} from './withoutSvgMetadata.ts'
import {withoutWebpMetadata} from './withoutWebpMetadata.ts'

/**
 * The bytes of an image as they are stored: without place, time, people and device. The pixels of JPEG, PNG, WebP and GIF
 * are not touched; TIFF, whose directories may hold anything, is written anew, and AVIF if it carries any of that.
 */
export async function withoutMetadata(
  bytes: Uint8Array,
  format: ImageFormatName,
  metadata: Metadata,
  depth = 0,
): Promise<Uint8Array> {
  const orientation = metadata.orientation ?? 1
  if (format === 'jpeg') return withoutJpegMetadata(bytes, orientation)
  if (format === 'svg')
    return withoutEmbeddedMetadata(withoutSvgMetadata(bytes), cleanEmbedded(depth))
  if (format === 'gif') return withoutGifMetadata(bytes)
  if (format === 'tiff' || orientation > 1) return rewritten(bytes, format)
  if (format === 'png') return withoutPngMetadata(bytes)
  if (format === 'webp') return withoutWebpMetadata(bytes)
  return metadata.exif || metadata.xmp || metadata.iptc
    ? rewritten(bytes, format)
    : withoutAvifBoxes(bytes)
}

/** Pictures in a drawing in a drawing: so deep, and no deeper. */
const DEEPEST = 2

const cleanEmbedded = (depth: number) => async (picture: Uint8Array) => {
  if (depth >= DEEPEST) throw new TypeError('It embeds drawings within drawings.')
  const metadata = await openImage(picture).metadata()
  const format = formatOf(metadata)
  if (!format) throw new TypeError('It embeds a picture that cannot be read.')
  return withoutMetadata(picture, format, metadata, depth + 1)
}

/** sharp leaves metadata out of what it writes, unless told otherwise. */
function rewritten(bytes: Uint8Array, format: Exclude<ImageFormatName, 'svg'>) {
  return openImage(bytes, {animated: true})
    .autoOrient()
    .keepIccProfile()
    .toFormat(format, format === 'tiff' ? {compression: 'deflate'} : {quality: 90})
    .toBuffer()
}
