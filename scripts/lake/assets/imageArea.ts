import type {ImageTransform} from './parseTransform.ts'

interface Size {
  width: number
  height: number
}

/** A part of an image, in whole pixels from its upper left corner. */
export interface Area extends Size {
  left: number
  top: number
}

/**
 * The part of an image that is shown: its `rect`, as far as it lies inside, and within that what has the wanted
 * shape around the focal point. Returns nothing when `rect` lies outside.
 */
export function imageArea(image: Size, transform: ImageTransform): Area | undefined {
  const {left, top, width, height} = transform.rect ?? {left: 0, top: 0, ...image}
  const area = {
    left,
    top,
    width: Math.min(width, image.width - left),
    height: Math.min(height, image.height - top),
  }
  if (area.width <= 0 || area.height <= 0) return
  return cropsAroundPoint(transform) ? aroundPoint(area, transform) : area
}

function cropsAroundPoint({fit, crop, width, height}: ImageTransform) {
  return (fit === 'crop' || fit === 'min') && crop === 'focalpoint' && width && height
}

function aroundPoint(area: Area, transform: ImageTransform): Area {
  const {focalPoint, width: targetWidth = 1, height: targetHeight = 1} = transform
  const scale = Math.min(area.width / targetWidth, area.height / targetHeight)
  const width = Math.max(1, Math.round(targetWidth * scale))
  const height = Math.max(1, Math.round(targetHeight * scale))
  return {
    left: area.left + startAround(focalPoint.x, area.width, width),
    top: area.top + startAround(focalPoint.y, area.height, height),
    width,
    height,
  }
}

/** Where a stretch begins that has a point in its middle, as far as the whole allows. */
function startAround(point: number, whole: number, length: number) {
  return Math.round(Math.min(Math.max(point * whole - length / 2, 0), whole - length))
}
