import {hash} from 'node:crypto'
import {join} from 'node:path'

import sharp from 'sharp'

import {ContentError} from '../content/contentError.ts'
import {imageHost} from '../content/snapshot/contentClient.ts'
import {keepInCache, readCached} from './cachedFile.ts'
import type {PictureFile} from './pictureFile.ts'

/** Where pictures come from and go to. */
interface PictureSurroundings {
  /** See `imageHost`. */
  apiHost: string
  cacheDir: string
}

/**
 * Makes one picture file, unless the cache has it, and gives its place there. The original is fetched once, from the
 * content backend and nowhere else. Throws a `ContentError` where there is no original, or none that is a picture; another
 * error where it cannot be fetched now.
 */
export async function writePictureFile(
  file: PictureFile,
  {apiHost, cacheDir}: PictureSurroundings,
): Promise<string> {
  const target = join(cacheDir, file.path)
  if (await readCached(target)) return target
  const original = await originalBytes(file, cacheDir, addressOf(file, apiHost))
  const {left, top, width, height} = file.rectangle
  const image = sharp(original).rotate().extract({left, top, width, height}).resize(file.width)
  const made = image.toFormat(file.format, encodings[file.format]).toBuffer()
  const bytes = await made.catch((cause: unknown) => {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw unusable(file, `it cannot be read (${reason})`, cause)
  })
  await keepInCache(target, bytes)
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

/** Content may name any host: of its address only the path counts. */
function addressOf(file: PictureFile, apiHost: string) {
  const {pathname} = URL.parse(file.url) ?? {}
  if (!pathname?.startsWith('/images/')) throw unusable(file, 'its address is not that of an image')
  return new URL(pathname, imageHost(apiHost))
}

const LONGEST_FETCH_MS = 60_000
const MOST_BYTES = 200_000_000

async function originalBytes({assetId, ...file}: PictureFile, cacheDir: string, url: URL) {
  const kept = join(cacheDir, 'originals', hash('sha256', assetId))
  const cached = await readCached(kept)
  if (cached) return cached
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_FETCH_MS),
  })
  if (GONE.has(response.status)) throw unusable({...file, assetId}, 'its file is missing')
  if (!response.ok) {
    throw new Error(`The image ${assetId} could not be fetched: ${response.status} from ${url}.`)
  }
  const bytes = await bytesOf(response)
  if (!bytes) throw unusable({...file, assetId}, `it has more than ${MOST_BYTES / 1e6} MB`)
  await keepInCache(kept, bytes)
  return bytes
}

/** What an answer holds; nothing when that is too much. */
async function bytesOf(response: Response) {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.byteLength
    if (size > MOST_BYTES) {
      await reader?.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  return Buffer.concat(chunks)
}
