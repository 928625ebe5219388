/** An image as its name tells it: hash of the stored bytes, size as seen upright, and format. */
export interface ImageName {
  sha1: string
  width: number
  height: number
  extension: string
}

/** A file as its name tells it. */
export interface FileName {
  sha1: string
  extension: string
}

export const imageId = ({sha1, width, height, extension}: ImageName) =>
  `image-${sha1}-${width}x${height}-${extension}`

export const imageFileName = ({sha1, width, height, extension}: ImageName) =>
  `${sha1}-${width}x${height}.${extension}`

export const fileId = ({sha1, extension}: FileName) => `file-${sha1}-${extension}`

export const fileFileName = ({sha1, extension}: FileName) => `${sha1}.${extension}`

/** Reads `<sha1>-<width>x<height>.<extension>`. Nothing else can become a path. */
export function parseImageName(name: string): ImageName | undefined {
  const groups =
    /^(?<sha1>[0-9a-f]{40})-(?<width>\d{1,5})x(?<height>\d{1,5})\.(?<extension>[a-z]{3,4})$/.exec(
      name,
    )?.groups
  if (!groups) return
  const {sha1 = '', width, height, extension = ''} = groups
  return {sha1, width: Number(width), height: Number(height), extension}
}

/** Reads `<sha1>.<extension>`. Nothing else can become a path. */
export function parseFileName(name: string): FileName | undefined {
  const groups = /^(?<sha1>[0-9a-f]{40})\.(?<extension>[a-z0-9]{1,10})$/.exec(name)?.groups
  if (!groups) return
  const {sha1 = '', extension = ''} = groups
  return {sha1, extension}
}

/** The extension of the name a file had on somebody's machine, in small letters; `bin` without one. */
export function extensionOf(originalName: string) {
  return /\.([a-z0-9]{1,10})$/i.exec(originalName)?.[1]?.toLowerCase() ?? 'bin'
}
