import sharp, {type SharpInput, type SharpOptions} from 'sharp'

import {badRequest} from '../errors.ts'

/** Largest image, in pixels over all its frames. Past it, a small file could take all memory. */
const MOST_PIXELS = 50e6
const LONGEST_WORK_SECONDS = 20

/** Opens an image for reading; a broken one fails instead of giving half a picture. */
export function openImage(input: SharpInput, options: SharpOptions = {}) {
  return sharp(input, {limitInputPixels: MOST_PIXELS, failOn: 'error', ...options}).timeout({
    seconds: LONGEST_WORK_SECONDS,
  })
}

/** What is said about an image that cannot be read, in words for whoever uploaded it. */
export function unreadableImage(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  if (reason.includes('pixel limit')) {
    return badRequest(
      `The image has more than ${MOST_PIXELS / 1e6} million pixels. Make it smaller and upload it again.`,
    )
  }
  return badRequest(
    'The file is not an image this lake can read. Use JPEG, PNG, WebP, AVIF, GIF, TIFF or SVG.',
  )
}
