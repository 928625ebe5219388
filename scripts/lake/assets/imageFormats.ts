import type {Metadata} from 'sharp'

/** A format of images: what files are called, and what browsers are told. */
export interface ImageFormat {
  extension: string
  mimeType: string
}

export const IMAGE_FORMATS = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  avif: {extension: 'avif', mimeType: 'image/avif'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
  tiff: {extension: 'tif', mimeType: 'image/tiff'},
  svg: {extension: 'svg', mimeType: 'image/svg+xml'},
} as const satisfies Record<string, ImageFormat>

export type ImageFormatName = keyof typeof IMAGE_FORMATS

/** The format the bytes of an image are in, whatever the file was called. */
export function formatOf({format, compression}: Metadata): ImageFormatName | undefined {
  if (format === 'heif') return compression === 'av1' ? 'avif' : undefined
  return isImageFormat(format) ? format : undefined
}

/** The media type of an image by the extension of its name. */
export function imageMimeType(extension: string) {
  const formats: ImageFormat[] = Object.values(IMAGE_FORMATS)
  return formats.find((format) => format.extension === extension)?.mimeType
}

function isImageFormat(format: string): format is ImageFormatName {
  return Object.hasOwn(IMAGE_FORMATS, format)
}
