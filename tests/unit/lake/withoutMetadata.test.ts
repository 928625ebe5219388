import sharp, {type Sharp} from 'sharp'
import {expect, test} from 'vitest'

import type {ImageFormatName} from '../../../scripts/lake/assets/imageFormats.ts'
import {withoutMetadata} from '../../../scripts/lake/assets/withoutMetadata.ts'

const SECRET = 'Secret place'
const EXIF = {IFD0: {Copyright: SECRET}, IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '43/1 46/1 0/1'}}
const XMP = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${SECRET}</rdf></x:xmpmeta>`

function painting() {
  const noise = Buffer.from(Array.from({length: 48 * 32 * 3}, (_, index) => (index * 37) % 251))
  return sharp(noise, {raw: {width: 48, height: 32, channels: 3}})
}

const withSecrets = (image: Sharp) => image.withExif(EXIF).withXmp(XMP).toBuffer()

async function stripped(bytes: Uint8Array, format: ImageFormatName) {
  return Buffer.from(await withoutMetadata(bytes, format, await sharp(bytes).metadata()))
}

const pixels = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer()

test.each([
  ['jpeg', (image: Sharp) => image.jpeg()],
  ['jpeg', (image: Sharp) => image.jpeg({progressive: true})],
  ['png', (image: Sharp) => image.png()],
  ['webp', (image: Sharp) => image.webp()],
  ['tiff', (image: Sharp) => image.tiff({compression: 'lzw'})],
] as const)('takes the secrets out of a %s and leaves its pixels', async (format, write) => {
  const original = await withSecrets(write(painting()))
  expect(original.includes(SECRET)).toBe(true)

  const bytes = await stripped(original, format)

  expect(bytes.includes(SECRET)).toBe(false)
  expect(await pixels(bytes)).toEqual(await pixels(original))
})

test('takes the secrets out of an AVIF', async () => {
  const bytes = await stripped(await withSecrets(painting().avif()), 'avif')

  expect(bytes.includes(SECRET)).toBe(false)
  expect(await sharp(bytes).metadata()).toMatchObject({width: 48, height: 32, format: 'heif'})
})

test.each([1, 3, 6, 8])('keeps a JPEG turned as it was (%i)', async (orientation) => {
  const original = await painting().jpeg().withExif(EXIF).withMetadata({orientation}).toBuffer()

  const metadata = await sharp(await stripped(original, 'jpeg')).metadata()

  expect(metadata.orientation ?? 1).toBe(orientation)
})

test('keeps the colour profile', async () => {
  const original = await painting().withIccProfile('p3').jpeg().toBuffer()

  const metadata = await sharp(await stripped(original, 'jpeg')).metadata()

  expect(metadata.icc?.length).toBeGreaterThan(0)
})

test('drops what a camera hides behind the end of the picture', async () => {
  const picture = await painting().jpeg().toBuffer()
  const original = Buffer.concat([picture, Buffer.from(SECRET)])

  expect((await stripped(original, 'jpeg')).includes(SECRET)).toBe(false)
})

test.each(['jpeg', 'png', 'webp', 'gif', 'tiff'] as const)(
  'changes nothing a second time (%s)',
  async (format) => {
    const once = await stripped(await withSecrets(painting().toFormat(format)), format)

    expect(await stripped(once, format)).toEqual(once)
  },
)
