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

const block = (label: number[], text: string) =>
  Buffer.concat([Buffer.from([0x21, ...label, text.length]), Buffer.from(`${text}\0`)])

const segment = (data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, 0xee, 0, data.length + 2]), data])

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

test('takes comments and what programs wrote out of an animated GIF, and leaves its pictures', async () => {
  const frames = await sharp(Buffer.alloc(48 * 64 * 3, 120), {
    raw: {width: 48, height: 64, channels: 3, pageHeight: 32},
  })
    .gif({loop: 3, delay: [100, 200]})
    .toBuffer()
  const secrets = Buffer.concat([
    block([0xfe], SECRET),
    block([0xff, 11, ...Buffer.from('XMP DataXMP')], SECRET),
  ])
  const afterTables = 13 + ((frames[10] ?? 0) & 0x80 ? 3 * 2 ** (((frames[10] ?? 0) & 7) + 1) : 0)
  const original = Buffer.concat([
    frames.subarray(0, afterTables),
    secrets,
    frames.subarray(afterTables),
    Buffer.from(SECRET),
  ])

  const bytes = await stripped(original, 'gif')

  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.equals(frames)).toBe(true)
})

test('keeps of a PNG only chunks that decide how it looks', async () => {
  const picture = await painting().png().toBuffer()
  const data = Buffer.from(SECRET)
  const chunks = ['caBX', 'zxIf', 'prVt'].map((type) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  })
  const afterHeader = 33
  const original = Buffer.concat([
    picture.subarray(0, afterHeader),
    ...chunks,
    picture.subarray(afterHeader),
  ])

  expect((await stripped(original, 'png')).equals(await stripped(picture, 'png'))).toBe(true)
})

test('keeps of the Adobe segment of a JPEG how its colours are read', async () => {
  const picture = await painting().jpeg().toBuffer()
  const colours = segment(Buffer.from('Adobe\0\x64\0\0\0\0\x01', 'latin1'))
  const hidden = segment(Buffer.from(`Adobe${SECRET}`))
  const original = Buffer.concat([picture.subarray(0, 2), colours, hidden, picture.subarray(2)])

  const bytes = await stripped(original, 'jpeg')

  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.includes(colours)).toBe(true)
})

test('drops the small picture that a JPEG may begin with', async () => {
  const picture = await painting().jpeg().toBuffer()
  const withSmall = Buffer.from([
    0xff,
    0xe0,
    0,
    16 + 3,
    ...Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01', 'latin1'),
    1,
    2,
    3,
  ])
  const original = Buffer.concat([picture.subarray(0, 2), withSmall, picture.subarray(2)])

  expect((await stripped(original, 'jpeg')).includes(withSmall)).toBe(false)
})

test('takes out of a drawing what its program noted, and leaves what is drawn', async () => {
  const drawing = `<?xml version="1.0"?><!-- ${SECRET} --><?app ${SECRET}?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://inkscape" xmlns:sodipodi="http://sodipodi" xmlns:rdf="http://rdf" width="10" height="10" inkscape:export-filename="${SECRET}">
<metadata id="m"><rdf:RDF>${SECRET}</rdf:RDF></metadata>
<sodipodi:namedview name="${SECRET}"/><inkscape:grid>${SECRET}</inkscape:grid>
<rect width="10" height="10" fill="red"/></svg>`

  const bytes = await stripped(Buffer.from(drawing), 'svg')

  expect(bytes.toString()).not.toContain(SECRET)
  expect(bytes.toString()).toContain('<rect width="10" height="10" fill="red"/>')
})

test('takes no longer for what is made to be slow', async () => {
  const picture = await painting().jpeg().toBuffer()
  const filled = Buffer.concat([
    picture.subarray(0, 2),
    Buffer.alloc(3_000_000, 0xff),
    picture.subarray(2),
  ])
  const comments = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><desc><![CDATA[${'<!--<?<metadata'.repeat(50_000)}]]></desc></svg>`

  expect((await stripped(filled, 'jpeg')).length).toBeLessThan(picture.length + 10)
  expect((await stripped(Buffer.from(comments), 'svg')).toString()).toBe(comments)
})

test('keeps of the loop of a GIF how often it is shown', async () => {
  const frame = await painting().gif().toBuffer()
  const tables = 13 + ((frame[10] ?? 0) & 0x80 ? 3 * 2 ** (((frame[10] ?? 0) & 7) + 1) : 0)
  const name = Buffer.from([0x21, 0xff, 11, ...Buffer.from('NETSCAPE2.0')])
  const loop = Buffer.from([3, 1, 7, 0])
  const withBlocks = (...blocks: Uint8Array[]) =>
    Buffer.concat([frame.subarray(0, tables), ...blocks, frame.subarray(tables)])
  const secret = Buffer.from(`${String.fromCharCode(SECRET.length)}${SECRET}`)
  const end = Buffer.from([0])

  const bytes = await stripped(withBlocks(name, secret, loop, secret, end), 'gif')

  expect(bytes.equals(await stripped(withBlocks(name, loop, end), 'gif'))).toBe(true)
  expect(bytes.includes(Buffer.concat([name, loop, end]))).toBe(true)
  expect(bytes.includes(SECRET)).toBe(false)
})

test('empties the boxes of an AVIF that do not decide how it looks, and changes nothing else', async () => {
  const picture = await painting().avif().toBuffer()
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from(`uuid0123456789abcdef${SECRET}`)])
  box.writeUInt32BE(box.length)

  const bytes = await stripped(Buffer.concat([picture, box]), 'avif')

  expect(bytes.includes(SECRET)).toBe(false)
  expect(bytes.subarray(0, picture.length).equals(picture)).toBe(true)
  expect(await pixels(bytes)).toEqual(await pixels(picture))
})

const drawingOf = (address: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="${address}" width="9" height="9"/></svg>`,
  )

test.each(['jpeg', 'png', 'webp'] as const)(
  'takes the secrets out of a %s within a drawing',
  async (format) => {
    const original = await withSecrets(painting().toFormat(format).withMetadata({orientation: 6}))
    const head = `data:image/${format};base64,`
    const inLines = original.toString('base64').replaceAll(/.{76}/g, '$&&#10;')

    const bytes = await stripped(drawingOf(head + inLines), 'svg')

    const embedded = Buffer.from(bytes.toString().split(head)[1]?.split('"')[0] ?? '', 'base64')
    expect(embedded.equals(await stripped(original, format))).toBe(true)
    expect(embedded.includes(SECRET)).toBe(false)
  },
)

test('takes the secrets out of a drawing within a drawing, and refuses what it cannot read', async () => {
  const inner = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><!--${SECRET}--></svg>`
  const address = `data:image/svg+xml,${encodeURIComponent(inner)}`

  const bytes = await stripped(drawingOf(address), 'svg')

  expect(decodeURIComponent(bytes.toString())).not.toContain(SECRET)
  await expect(stripped(drawingOf('data:image/bmp;base64,AAAA'), 'svg')).rejects.toThrow()
})

test('leaves a drawing as it is whose pictures carry nothing', async () => {
  const picture = await stripped(await painting().jpeg().toBuffer(), 'jpeg')
  const drawing = drawingOf(`data:image/jpeg;base64,${picture.toString('base64')}`)

  expect((await stripped(drawing, 'svg')).equals(drawing)).toBe(true)
})
