import type {Sharp} from 'sharp'

interface Colour {
  red: number
  green: number
  blue: number
  population: number
  saturation: number
  lightness: number
}

/** Sanity's swatches: what each looks for, saturation and lightness from 0 to 1. */
const TARGETS = {
  vibrant: {saturation: 1, lightness: 0.5},
  darkVibrant: {saturation: 1, lightness: 0.26},
  lightVibrant: {saturation: 1, lightness: 0.74},
  muted: {saturation: 0.3, lightness: 0.5},
  darkMuted: {saturation: 0.3, lightness: 0.26},
  lightMuted: {saturation: 0.3, lightness: 0.74},
}

/** The main colours of an image, as Sanity's asset documents hold them. */
export async function imagePalette(image: Sharp) {
  const {data} = await image
    .resize(64, 64, {fit: 'inside'})
    .toColourspace('srgb')
    .flatten({background: '#fff'})
    .removeAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
  const colours = coloursIn(data)
  const swatches = Object.entries(TARGETS).map(([name, target]) => {
    const distance = (colour: Colour) =>
      Math.abs(colour.saturation - target.saturation) +
      2 * Math.abs(colour.lightness - target.lightness)
    return [name, swatch(best(colours, (colour) => -distance(colour)))]
  })
  return {
    _type: 'sanity.imagePalette',
    dominant: swatch(best(colours, ({population}) => population)),
    ...Object.fromEntries(swatches),
  }
}

/** The colours of raw RGB pixels, those alike taken together, with their share of the picture in percent. */
function coloursIn(pixels: Uint8Array): Colour[] {
  const groups = new Map<number, {red: number; green: number; blue: number; count: number}>()
  for (let at = 0; at + 2 < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(at, at + 3)
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const group = groups.get(key) ?? {red: 0, green: 0, blue: 0, count: 0}
    groups.set(key, {
      red: group.red + red,
      green: group.green + green,
      blue: group.blue + blue,
      count: group.count + 1,
    })
  }
  return [...groups.values()].map(({red, green, blue, count}) => ({
    red: Math.round(red / count),
    green: Math.round(green / count),
    blue: Math.round(blue / count),
    population: Math.round((count / (pixels.length / 3)) * 10_000) / 100,
    ...saturationAndLightness(red / count / 255, green / count / 255, blue / count / 255),
  }))
}

function saturationAndLightness(...channels: [number, number, number]) {
  const highest = Math.max(...channels)
  const lowest = Math.min(...channels)
  const lightness = (highest + lowest) / 2
  const span = 1 - Math.abs(2 * lightness - 1)
  return {lightness, saturation: span === 0 ? 0 : (highest - lowest) / span}
}

function best(colours: Colour[], score: (colour: Colour) => number) {
  return colours.reduce((first, second) => (score(second) > score(first) ? second : first))
}

/** A colour with a text colour that can be read on it. */
function swatch({red, green, blue, population}: Colour) {
  const isLight = (red * 299 + green * 587 + blue * 114) / 1000 > 150
  const foreground = isLight ? '#000' : '#fff'
  const hex = [red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    foreground,
    title: foreground,
    population,
  }
}
