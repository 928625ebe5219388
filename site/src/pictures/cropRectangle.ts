/** A rectangle in whole pixels of the original. */
export interface Rectangle {
  left: number
  top: number
  width: number
  height: number
}

interface Edges {
  top: number
  bottom: number
  left: number
  right: number
}

interface CropInput {
  width: number
  height: number
  /** What the officer cut off each edge, as parts of the whole. */
  crop?: Edges | undefined
  /** What must stay in the picture: its middle, as parts of the whole. */
  hotspot?: {x: number; y: number} | undefined
  /** Width by height, where the page asks for one; without it the crop alone counts. */
  ratio?: number | undefined
}

/** The part of an original to show: the officer's crop, narrowed to a ratio around the hotspot. */
export function cropRectangle({width, height, crop, hotspot, ratio}: CropInput): Rectangle {
  const left = (crop?.left ?? 0) * width
  const top = (crop?.top ?? 0) * height
  const cropped = {
    left,
    top,
    width: width - left - (crop?.right ?? 0) * width,
    height: height - top - (crop?.bottom ?? 0) * height,
  }
  const middle = {x: (hotspot?.x ?? 0.5) * width, y: (hotspot?.y ?? 0.5) * height}
  return rounded(ratio ? narrowed(cropped, ratio, middle) : cropped, width, height)
}

function narrowed(area: Rectangle, ratio: number, middle: {x: number; y: number}): Rectangle {
  const width = Math.min(area.width, area.height * ratio)
  const height = Math.min(area.height, area.width / ratio)
  return {
    width,
    height,
    left: within(middle.x - width / 2, area.left, area.left + area.width - width),
    top: within(middle.y - height / 2, area.top, area.top + area.height - height),
  }
}

function rounded(area: Rectangle, width: number, height: number): Rectangle {
  const left = within(Math.round(area.left), 0, width - 1)
  const top = within(Math.round(area.top), 0, height - 1)
  return {
    left,
    top,
    width: within(Math.round(area.width), 1, width - left),
    height: within(Math.round(area.height), 1, height - top),
  }
}

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, most))
