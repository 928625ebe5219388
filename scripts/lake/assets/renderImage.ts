import sharp, {type ResizeOptions, type Sharp} from 'sharp'

import {badRequest} from '../errors.ts'
import type {ImageName} from './assetName.ts'
import {type Area, imageArea} from './imageArea.ts'
import {openImage} from './openImage.ts'
import type {ImageTransform} from './parseTransform.ts'

/** What a rendered image can be written as. */
export type RenderedFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

interface Source {
  path: string
  name: ImageName
}

/** Cuts, sizes and writes an image as its address asks. Throws 400 for what takes too long. */
export async function renderImage(...asked: Asked): Promise<Buffer> {
  try {
    return await render(...asked)
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('timeout'))
      throw badRequest('This image takes too long to make. Ask for fewer pixels, or not for AVIF.')
    throw error
  }
}

type Asked = [source: Source, transform: ImageTransform, format: RenderedFormat]

async function render(...[source, transform, format]: Asked): Promise<Buffer> {
  const {rotation} = transform
  if (rotation === 0) return written(await resized(source, transform, format), transform, format)

  const {path, name} = source
  const turned = await cut(openImage(path).autoOrient(), areaOf(name, transform), name)
    .png({compressionLevel: 0})
    .toBuffer()
  const {data, info} = await openImage(turned)
    .rotate(rotation)
    .png({compressionLevel: 0})
    .toBuffer({resolveWithObject: true})
  const {rect: _done, ...rest} = transform
  const image = sized(openImage(data), info, rest)
  return written(image, transform, format)
}

function resized({path, name}: Source, transform: ImageTransform, format: RenderedFormat) {
  const animated = (format === 'gif' || format === 'webp') && isAnimatable(name)
  return sized(openImage(path, {animated}).autoOrient(), name, transform)
}

function isAnimatable({extension}: ImageName) {
  return extension === 'gif' || extension === 'webp'
}

function sized(image: Sharp, size: {width: number; height: number}, transform: ImageTransform) {
  const area = areaOf(size, transform)
  return coloured(
    turnedOver(cut(image, area, size).resize(resizing(area, transform)), transform),
    transform,
  )
}

function areaOf(size: {width: number; height: number}, transform: ImageTransform): Area {
  const area = imageArea(size, transform)
  if (area) return area
  throw badRequest(`rect lies outside the image, which is ${size.width} by ${size.height} pixels.`)
}

function cut(image: Sharp, area: Area, {width, height}: {width: number; height: number}) {
  const isWhole = area.width === width && area.height === height
  return isWhole ? image : image.extract(area)
}

function resizing(area: Area, transform: ImageTransform): ResizeOptions {
  const {width, height, fit, background} = transform
  const isBounded = fit === 'max' || fit === 'min'
  if (!width || !height) {
    return {
      ...(width ? {width} : {}),
      ...(height ? {height} : {}),
      fit: 'inside',
      withoutEnlargement: isBounded,
    }
  }
  switch (fit) {
    case 'clip':
    case 'max':
      return {width, height, fit: 'inside', withoutEnlargement: isBounded}
    case 'fill':
      return {width, height, fit: 'contain', background}
    case 'scale':
      return {width, height, fit: 'fill'}
    case 'crop':
      return {width, height, fit: 'cover', position: positionOf(transform)}
    case 'min': {
      const scale = Math.min(1, area.width / width, area.height / height)
      const [boundWidth, boundHeight] = [width, height].map((side) => Math.round(side * scale) || 1)
      return {width: boundWidth, height: boundHeight, fit: 'cover', position: positionOf(transform)}
    }
  }
}

function positionOf({crop}: ImageTransform) {
  if (crop === 'entropy') return sharp.strategy.entropy
  if (crop === 'edges') return sharp.strategy.attention
  return crop === 'focalpoint' ? 'center' : crop
}

function turnedOver(image: Sharp, {flip}: ImageTransform) {
  return image.flop(flip.includes('h')).flip(flip.includes('v'))
}

function coloured(image: Sharp, {blur, sharpen, saturation}: ImageTransform) {
  if (saturation === -100) image.grayscale()
  else if (saturation !== 0) image.modulate({saturation: 1 + saturation / 100})
  if (blur > 0) image.blur(Math.max(0.3, blur / 20))
  if (sharpen > 0) image.sharpen({sigma: 0.5 + sharpen / 50})
  return image
}

/** JPEG has no transparency: what shows through becomes the background. */
function written(image: Sharp, transform: ImageTransform, format: RenderedFormat) {
  const {quality: asked, background, format: wanted} = transform
  const quality = Math.max(1, Math.round(asked))
  switch (format) {
    case 'jpeg':
      return image
        .flatten({background})
        .jpeg({quality, progressive: wanted === 'pjpeg', mozjpeg: false})
        .toBuffer()
    case 'png':
      return image.png().toBuffer()
    case 'webp':
      return image.webp({quality}).toBuffer()
    case 'avif':
      return image.avif({quality: Math.max(1, quality - 20), effort: 3}).toBuffer()
    case 'gif':
      return image.gif().toBuffer()
  }
}
