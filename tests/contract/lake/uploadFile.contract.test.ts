import {Readable} from 'node:stream'

import {expect, test} from './test.ts'

test('describes an uploaded file as Sanity does', async ({lake, server, dataset}) => {
  const bytes = Buffer.from('a,b\n1,2\n')
  const document = await lake.assets.upload('file', bytes, {filename: 'Zahlen.CSV'})

  expect(document).toMatchObject({
    _id: `file-${document.sha1hash}-csv`,
    _type: 'sanity.fileAsset',
    assetId: document.sha1hash,
    originalFilename: 'Zahlen.CSV',
    mimeType: expect.stringMatching(/^text\/csv/),
    size: bytes.length,
    path: `files/local/${dataset}/${document.sha1hash}.csv`,
    url: `http://localhost:${server.port}/${document.path}`,
  })
})

test('keeps the same bytes once', async ({lake}) => {
  const bytes = Buffer.from('a,b\n1,2\n')
  const first = await lake.assets.upload('file', bytes, {filename: 'a.csv'})
  const second = await lake.assets.upload('file', bytes, {filename: 'b.csv'})

  expect(second._id).toBe(first._id)
  expect(await lake.fetch('count(*[_type == "sanity.fileAsset"])')).toBe(1)
})

test.for(['report.pdf', 'table.xlsx', 'letter.doc', 'photo.jpg'])(
  'refuses a page that is called %s',
  async (filename, {lake}) => {
    const page = Buffer.from('<!doctype html><script>alert(1)</script>')

    await expect(lake.assets.upload('file', page, {filename})).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining(`${filename} is not a`),
    })
    expect(await lake.fetch('count(*)')).toBe(0)
  },
)

test('keeps a large file without holding it in memory', async ({lake}) => {
  const before = process.memoryUsage().arrayBuffers
  const film = Readable.from(Array.from({length: 64}, (_, index) => Buffer.alloc(1_000_000, index)))

  const document = await lake.assets.upload('file', film, {filename: 'film.bin'})

  expect(document.size).toBe(64_000_000)
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(150_000_000)
})
