import sharp from 'sharp'

import {fourFields, picture, uploadFields} from './pictures.ts'
import {expect, test} from './test.ts'

test('describes an uploaded image as Sanity does', async ({lake, server, dataset}) => {
  const document = await uploadFields(lake)

  expect(document).toMatchObject({
    _id: `image-${document.sha1hash}-400x200-png`,
    _type: 'sanity.imageAsset',
    assetId: document.sha1hash,
    originalFilename: 'fields.png',
    extension: 'png',
    mimeType: 'image/png',
    path: `images/local/${dataset}/${document.sha1hash}-400x200.png`,
    url: `http://localhost:${server.port}/${document.path}`,
    metadata: {
      dimensions: {width: 400, height: 200, aspectRatio: 2},
      hasAlpha: false,
      isOpaque: true,
      lqip: expect.stringMatching(/^data:image\/jpeg;base64,/),
      palette: {_type: 'sanity.imagePalette', dominant: {background: expect.any(String)}},
    },
  })
  expect(await lake.fetch('*[_id == $id][0].url', {id: document._id})).toBe(document.url)
})

test('keeps the same bytes once, under the first name', async ({lake}) => {
  const first = await uploadFields(lake, 'first.png')
  const second = await uploadFields(lake, 'second.png')

  expect(second._id).toBe(first._id)
  expect(second.originalFilename).toBe('first.png')
  expect(await lake.fetch('count(*[_type == "sanity.imageAsset"])')).toBe(1)
})

test('tells nobody where a photograph was taken', async ({lake}) => {
  const photograph = await (
    await fourFields(400, 200)
  )
    .jpeg()
    .withExif({
      IFD0: {Make: 'Secret camera'},
      IFD3: {GPSLatitudeRef: 'N', GPSLatitude: '43/1 46/1 0/1'},
    })
    .withMetadata({orientation: 6})
    .toBuffer()
  const document = await lake.assets.upload('image', photograph, {filename: 'photo.jpg'})

  const {bytes} = await picture(document.url)
  const metadata = await sharp(bytes).metadata()

  expect(photograph.includes('Secret camera')).toBe(true)
  expect(bytes.includes('Secret camera')).toBe(false)
  expect(metadata.orientation).toBe(6)
  expect(document.metadata.dimensions).toMatchObject({width: 200, height: 400})
  expect(await picture(`${document.url}?w=100`)).toMatchObject({width: 100, height: 200})
})

test('says what was taken out of an upload, in its answer and in the document', async ({lake}) => {
  const fields = await fourFields(400, 200)
  const plain = await fields.clone().jpeg().toBuffer()
  const photograph = await fields
    .jpeg()
    .withExif({IFD0: {Make: 'Secret camera'}})
    .toBuffer()
  const upload = (body: Buffer) =>
    lake.request<{document: {_id: string; metadata: object}; removed: string[]}>({
      method: 'POST',
      url: `/assets/images/${lake.config().dataset}`,
      body,
    })

  const first = await upload(photograph)
  const second = await upload(plain)

  expect(first.removed).toContain('exif')
  expect(first.document.metadata).toMatchObject({removed: first.removed})
  expect(await lake.fetch('*[_id == $id][0].metadata.removed', {id: first.document._id})).toEqual(
    first.removed,
  )
  expect(second.removed).not.toContain('exif')
})

test('refuses what is not an image, whatever it is called', async ({lake}) => {
  const page = Buffer.from('<!doctype html><script>alert(1)</script>')

  await expect(lake.assets.upload('image', page, {filename: 'photo.png'})).rejects.toMatchObject({
    statusCode: 400,
  })
  await expect(lake.assets.upload('file', page, {filename: 'report.pdf'})).rejects.toMatchObject({
    statusCode: 400,
  })
  expect(await lake.fetch('count(*)')).toBe(0)
})

test('refuses an image that would fill the memory, at once', async ({lake}) => {
  const background = {r: 0, g: 0, b: 0}
  const bomb = await sharp({
    create: {width: 16_000, height: 16_000, channels: 3, background},
    limitInputPixels: false,
  })
    .png({compressionLevel: 9})
    .toBuffer()

  const startedAt = performance.now()
  await expect(lake.assets.upload('image', bomb)).rejects.toThrow(/50 million pixels/)
  expect(performance.now() - startedAt).toBeLessThan(1_000)
})

test('keeps what an uploader says about a file', async ({lake}) => {
  const image = await (await fourFields(40, 20)).png().toBuffer()
  const document = await lake.assets.upload('image', image, {
    filename: 'a.png',
    title: 'Fields',
    creditLine: 'Somebody',
    source: {id: 'x1', name: 'archive', url: 'https://example.org/x1'},
  })

  expect(document).toMatchObject({
    title: 'Fields',
    creditLine: 'Somebody',
    source: {id: 'x1', name: 'archive', url: 'https://example.org/x1'},
  })
})
