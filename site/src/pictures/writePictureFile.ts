import {createHash} from 'node:crypto'
import {mkdir, readFile, rename, stat, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'

import sharp from 'sharp'

import {ContentError} from '../content/contentError.ts'
import type {PictureFile} from './pictureFile.ts'

/**
 * Makes one picture file, unless the cache has it, and gives its place there. The original is fetched once. Throws a
 * `ContentError` where there is no original, or none that is a picture; another error where it cannot be fetched now.
 */
export async function writePictureFile(file: PictureFile, cacheDir: string): Promise<string> {
  const target = join(cacheDir, file.path)
  if (await exists(target)) return target
  const original = await originalBytes(file, cacheDir)
  const {left, top, width, height} = file.rectangle
  const image = sharp(original).rotate().extract({left, top, width, height}).resize(file.width)
  const made = image.toFormat(file.format, encodings[file.format]).toBuffer()
  const bytes = await made.catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw unusable(file, `it cannot be read (${reason})`, cause)
  })
  await writeWhole(target, bytes)
  return target
}

/** The document at fault is the one that shows it: who asks knows which that is. */
const unusable = ({assetId}: PictureFile, reason: string, cause?: unknown) =>
  new ContentError(
    `The picture ${assetId} could not be made: ${reason}.`,
    {document: assetId},
    {cause},
  )

/** What says that there is no such file; anything else may pass. */
const GONE = new Set([400, 404, 410])

const encodings = {
  avif: {quality: 55, effort: 2},
  webp: {quality: 75},
  jpeg: {quality: 80, mozjpeg: true},
  png: {compressionLevel: 9},
}

async function originalBytes(file: PictureFile, cacheDir: string) {
  const {assetId, url} = file
  const name = createHash('sha256').update(assetId).digest('hex')
  const kept = join(cacheDir, 'originals', name)
  if (await exists(kept)) return readFile(kept)
  const response = await fetch(url)
  if (GONE.has(response.status)) throw unusable(file, 'its file is missing')
  if (!response.ok) {
    throw new Error(`The image ${assetId} could not be fetched: ${response.status} from ${url}.`)
  }
  const bytes = Buffer.from(await response.arrayBuffer())
  await writeWhole(kept, bytes)
  return bytes
}

/** Written beside and renamed, so that a file in the cache is always whole. */
async function writeWhole(target: string, bytes: Uint8Array) {
  await mkdir(dirname(target), {recursive: true})
  const unfinished = `${target}.${process.pid}.part`
  await writeFile(unfinished, bytes)
  await rename(unfinished, target)
}

async function exists(file: string) {
  try {
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
