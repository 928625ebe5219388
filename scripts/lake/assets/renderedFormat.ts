import type {ImageTransform} from './parseTransform.ts'
import type {RenderedFormat} from './renderImage.ts'

/** Formats that every browser shows; others are rendered as the one beside them. */
const AS_STORED: Record<string, RenderedFormat> = {
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  avif: 'avif',
  gif: 'gif',
  tif: 'jpeg',
  svg: 'png',
}

/** What an image is rendered as: what the address names, or what the browser accepts, or what it is. */
export function renderedFormat(
  extension: string,
  {format, isAutomatic}: ImageTransform,
  accept: string,
): RenderedFormat {
  if (format) return format === 'pjpeg' ? 'jpeg' : format
  if (isAutomatic && accept.includes('image/webp')) return 'webp'
  return AS_STORED[extension] ?? 'png'
}
