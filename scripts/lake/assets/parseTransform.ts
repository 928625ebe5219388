import {badRequest} from '../errors.ts'

/** How an image is to be cut, sized and written. Lengths are in pixels. */
export interface ImageTransform {
  width?: number
  height?: number
  fit: 'clip' | 'crop' | 'fill' | 'max' | 'min' | 'scale'
  rect?: {left: number; top: number; width: number; height: number}
  crop: 'center' | 'top' | 'bottom' | 'left' | 'right' | 'focalpoint' | 'entropy' | 'edges'
  /** Where the picture's point of interest is, from 0 to 1. */
  focalPoint: {x: number; y: number}
  rotation: 0 | 90 | 180 | 270
  flip: '' | 'h' | 'v' | 'hv'
  blur: number
  sharpen: number
  /** From -100 (grey) to 100. */
  saturation: number
  background: string
  quality: number
  format?: OutputFormat
  /** Whether the best format the browser accepts is wanted. */
  isAutomatic: boolean
}

type OutputFormat = 'jpeg' | 'pjpeg' | 'png' | 'webp' | 'avif'

const LONGEST_SIDE = 8192
const FITS = ['clip', 'crop', 'fill', 'max', 'min', 'scale'] as const
const CROPS = [
  'center',
  'top',
  'bottom',
  'left',
  'right',
  'focalpoint',
  'entropy',
  'edges',
] as const
const FORMATS = {jpg: 'jpeg', pjpg: 'pjpeg', png: 'png', webp: 'webp', avif: 'avif'} as const
const KNOWN = new Set(
  'w h dpr fit rect crop fp-x fp-y or flip blur sharp sat bg q fm auto dl'.split(' '),
)

/**
 * Reads the parameters of an image address. Throws 400 naming the first that is unknown, repeated or out of range.
 * @see https://www.sanity.io/docs/apis-and-sdks/image-urls
 */
export function parseTransform(search: URLSearchParams): ImageTransform {
  assertKnown(search)
  const read = reader(search)
  const ratio = read.number('dpr', 0.1, 3) ?? 1
  const width = side(read, 'w', ratio)
  const height = side(read, 'h', ratio)
  const rect = parseRect(search.get('rect'))
  const format = read.oneOf('fm', ['jpg', 'pjpg', 'png', 'webp', 'avif'])
  return {
    ...(width === undefined ? {} : {width}),
    ...(height === undefined ? {} : {height}),
    ...(rect === undefined ? {} : {rect}),
    ...(format === undefined ? {} : {format: FORMATS[format]}),
    fit: read.oneOf('fit', FITS) ?? 'clip',
    crop: read.oneOf('crop', CROPS) ?? 'center',
    focalPoint: {x: read.number('fp-x', 0, 1) ?? 0.5, y: read.number('fp-y', 0, 1) ?? 0.5},
    rotation: rotations[read.oneOf('or', ['0', '90', '180', '270']) ?? '0'],
    flip: read.oneOf('flip', ['h', 'v', 'hv']) ?? '',
    blur: read.number('blur', 0, 2000) ?? 0,
    sharpen: read.number('sharp', 0, 100) ?? 0,
    saturation: read.number('sat', -100, 100) ?? 0,
    background: parseColour(search.get('bg')),
    quality: read.number('q', 0, 100) ?? 75,
    isAutomatic: read.oneOf('auto', ['format']) === 'format',
  }
}

/** Whether an address asks for nothing but the file itself, perhaps to be saved under a name. */
export function asksForOriginal(search: URLSearchParams) {
  return [...search.keys()].every((name) => name === 'dl')
}

const rotations = {'0': 0, '90': 90, '180': 180, '270': 270} as const

function assertKnown(search: URLSearchParams) {
  for (const name of search.keys()) {
    if (!KNOWN.has(name)) {
      throw badRequest(`The parameter ${name} is not known. Known are ${[...KNOWN].join(', ')}.`)
    }
    if (search.getAll(name).length > 1) throw badRequest(`The parameter ${name} is there twice.`)
  }
}

function reader(search: URLSearchParams) {
  return {
    number(name: string, least: number, most: number) {
      const text = search.get(name)
      if (text === null) return
      const value = Number(text)
      if (/^-?\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value
      throw badRequest(`${name} is ${shown(text)}. It must be a number from ${least} to ${most}.`)
    },

    oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
      const text = search.get(name)
      if (text === null) return
      const choice = choices.find((candidate) => candidate === text)
      if (choice !== undefined) return choice
      throw badRequest(`${name} is ${shown(text)}. It must be ${choices.join(', ')}.`)
    },
  }
}

function side(read: ReturnType<typeof reader>, name: string, ratio: number) {
  const length = read.number(name, 1, LONGEST_SIDE)
  if (length === undefined) return
  const pixels = Math.round(length * ratio)
  if (pixels >= 1 && pixels <= LONGEST_SIDE) return pixels
  throw badRequest(`${name} times dpr is ${pixels}. It must be from 1 to ${LONGEST_SIDE}.`)
}

function parseRect(text: string | null) {
  if (text === null) return
  const numbers = /^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/.test(text) ? text.split(',').map(Number) : []
  const [left = 0, top = 0, width = 0, height = 0] = numbers
  if (width > 0 && height > 0) return {left, top, width, height}
  throw badRequest(`rect is ${shown(text)}. It must be left,top,width,height in whole pixels.`)
}

/** `rgb`, `rrggbb`, or the same with the opacity before it, as Sanity has it. */
function parseColour(text: string | null) {
  if (text === null) return '#ffffff'
  if (!/^([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text)) {
    throw badRequest(`bg is ${shown(text)}. It must be a colour such as fff or 00ff00.`)
  }
  const opacityLength = text.length % 4 === 0 ? text.length / 4 : 0
  return `#${text.slice(opacityLength)}${text.slice(0, opacityLength)}`
}

const shown = (text: string) => JSON.stringify(text.slice(0, 80))
