import type {Metadata} from 'sharp'

import {imagePalette} from './imagePalette.ts'
import {openImage} from './openImage.ts'

const PLACEHOLDER_WIDTH = 20

/** The `metadata` of an image asset, as Sanity's Studio and sites expect it. */
export async function describeImage(bytes: Uint8Array, metadata: Metadata) {
  const {width, height} = metadata.autoOrient
  const small = await smallCopy(bytes)
  const {isOpaque} = await openImage(small).stats()
  return {
    _type: 'sanity.imageMetadata',
    dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
    hasAlpha: metadata.hasAlpha,
    isOpaque,
    lqip: await placeholder(small, isOpaque),
    palette: await imagePalette(openImage(small)),
  }
}

/** Everything below is seen well enough in a small copy, and a large picture is decoded only once. */
function smallCopy(bytes: Uint8Array) {
  return openImage(bytes).autoOrient().resize(256, 256, {fit: 'inside'}).png().toBuffer()
}

/** A tiny picture as a data URL, shown until the real one has come. */
async function placeholder(small: Uint8Array, isOpaque: boolean) {
  const tiny = openImage(small).resize(PLACEHOLDER_WIDTH)
  const bytes = await (isOpaque ? tiny.jpeg({quality: 70}) : tiny.png()).toBuffer()
  return `data:image/${isOpaque ? 'jpeg' : 'png'};base64,${bytes.toString('base64')}`
}
