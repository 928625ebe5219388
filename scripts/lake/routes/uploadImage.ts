import {readFile} from 'node:fs/promises'
import type {Metadata} from 'sharp'

import {createAssetDocument} from '../assets/createAssetDocument.ts'
import {describeImage} from '../assets/describeImage.ts'
import {imageFileName, imageId} from '../assets/assetName.ts'
import {formatOf, IMAGE_FORMATS, type ImageFormatName} from '../assets/imageFormats.ts'
import {openImage, unreadableImage} from '../assets/openImage.ts'
import {removedMetadata} from '../assets/removedMetadata.ts'
import {withoutMetadata} from '../assets/withoutMetadata.ts'
import type {LakeRequest} from '../lakeRequest.ts'

const LARGEST_UPLOAD = 100e6

/**
 * `POST /v…/assets/images/:dataset`: keeps an image, without what its camera wrote about place and time. Answers
 * `{document, removed}`: see `removedMetadata`. The type is read from the bytes. Throws 400 for what is no image, or too many pixels; 413 past 100 MB.
 * @see https://www.sanity.io/docs/http-reference/assets
 */
export async function uploadImage(request: LakeRequest) {
  const {folder, limited} = request.assets
  const received = await folder.receive(request.body, LARGEST_UPLOAD)
  try {
    return await limited(async () => keepImage(request, await readFile(received.path)))
  } finally {
    await folder.discard(received)
  }
}

async function keepImage(request: LakeRequest, bytes: Uint8Array) {
  const {folder} = request.assets
  const {format, metadata, stored, removed, description} = await examine(bytes)
  const kept = await folder.receive([stored], Infinity)
  const {extension, mimeType} = IMAGE_FORMATS[format]
  const {width, height} = metadata.autoOrient
  const parts = {sha1: kept.sha1, width, height, extension}
  const name = imageFileName(parts)
  await folder.keep(kept, 'images', request.dataset, name)

  const {document} = await createAssetDocument(request, 'images', name, {
    _id: imageId(parts),
    _type: 'sanity.imageAsset',
    sha1hash: kept.sha1,
    size: kept.size,
    extension,
    mimeType,
    metadata: removed.length > 0 ? {...description, removed} : description,
  })
  return {document, removed}
}

/** Decodes the whole picture once, so that a broken one is refused now and not when a page shows it. */
async function examine(bytes: Uint8Array) {
  try {
    const metadata = await openImage(bytes).metadata()
    const format = assertFormat(metadata)
    const stored = await withoutMetadata(bytes, format, metadata)
    const removed = removedMetadata(bytes, stored, metadata)
    return {format, metadata, stored, removed, description: await describeImage(stored, metadata)}
  } catch (error) {
    throw unreadableImage(error)
  }
}

function assertFormat(metadata: Metadata): ImageFormatName {
  const format = formatOf(metadata)
  if (format) return format
  throw new TypeError(`${metadata.format} with ${metadata.compression} is not accepted.`)
}
