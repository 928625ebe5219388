import {createHash} from 'node:crypto'

import {colourAt, picture, uploadFields} from './pictures.ts'
import {expect, test} from './test.ts'

test('delivers the bytes whose hash the name is', async ({lake}) => {
  const document = await uploadFields(lake)

  const {bytes, headers} = await picture(document.url)

  expect(createHash('sha1').update(bytes).digest('hex')).toBe(document.sha1hash)
  expect(bytes.length).toBe(document.size)
  expect(headers.get('cache-control')).toContain('immutable')
})

test.for([
  ['w=100', 100, 50],
  ['h=100', 200, 100],
  ['w=100&dpr=2', 200, 100],
  ['w=100&h=100', 100, 50],
  ['w=100&h=100&fit=crop', 100, 100],
  ['w=100&h=100&fit=fill&bg=f00', 100, 100],
  ['w=100&h=100&fit=scale', 100, 100],
  ['w=800&h=800&fit=max', 400, 200],
  ['w=800&h=800&fit=min', 200, 200],
  ['w=800', 800, 400],
  ['rect=200,0,200,200', 200, 200],
  ['rect=200,0,200,200&w=50', 50, 50],
  ['or=90', 200, 400],
  ['or=90&rect=0,0,100,50&w=10', 10, 20],
] as const)('cuts and sizes an image: %s', async ([parameters, width, height], {lake}) => {
  const {url} = await uploadFields(lake)

  expect(await picture(`${url}?${parameters}`)).toMatchObject({width, height, format: 'png'})
})

const RED = [255, 0, 0]
const GREEN = [0, 255, 0]
const BLUE = [0, 0, 255]
const WHITE = [255, 255, 255]

test.for([
  ['rect=200,0,200,100', GREEN],
  ['w=50&h=50&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.1', GREEN],
  ['w=50&h=50&fit=crop&crop=left', RED],
  ['flip=h', GREEN],
  ['flip=v', BLUE],
  ['flip=hv', WHITE],
  ['or=180', WHITE],
  ['or=90', BLUE],
  ['w=100&h=100&fit=fill&bg=00f', BLUE],
  ['sat=-100&rect=200,100,100,100', WHITE],
] as const)('shows the right part: %s', async ([parameters, colour], {lake}) => {
  const {url} = await uploadFields(lake)

  const {bytes} = await picture(`${url}?${parameters}`)

  expect(await colourAt(bytes, 2, 2)).toEqual(colour)
})

test('writes the format that is asked for, or that the browser accepts', async ({lake}) => {
  const {url} = await uploadFields(lake)

  expect(await picture(`${url}?fm=jpg&q=50`)).toMatchObject({format: 'jpeg'})
  expect(await picture(`${url}?fm=avif&w=64`)).toMatchObject({format: 'heif'})
  expect(await picture(`${url}?auto=format`, 'image/webp,*/*')).toMatchObject({format: 'webp'})
  expect(await picture(`${url}?auto=format`, 'image/png')).toMatchObject({format: 'png'})
})

test('gives the same bytes to many who ask at once', async ({lake}) => {
  const {url} = await uploadFields(lake)

  const asked = Array.from({length: 20}, () => picture(`${url}?w=77&blur=20`))
  const digests = (await Promise.all(asked)).map(({bytes}) => bytes.toString('base64'))

  expect(new Set(digests).size).toBe(1)
})

test.for([
  ['w=0', /w is "0"/],
  ['w=9000', /w is "9000"/],
  ['w=8000&dpr=3', /w times dpr is 24000/],
  ['w=ten', /w is "ten"/],
  ['w=10&w=20', /w is there twice/],
  ['fit=squeeze', /fit is "squeeze"/],
  ['rect=1,2,3', /rect is "1,2,3"/],
  ['rect=900,0,10,10', /lies outside the image, which is 400 by 200/],
  ['bg=javascript', /bg is "javascript"/],
  ['colour=red', /colour is not known/],
] as const)('says what is wrong with %s', async ([parameters, message], {lake}) => {
  const {url} = await uploadFields(lake)

  const response = await fetch(`${url}?${parameters}`)

  expect(await response.json()).toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(message),
  })
})

test('serves a drawing so that nothing in it runs', async ({lake}) => {
  const drawing = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><rect width="40" height="20" fill="red"/></svg>',
  )
  const document = await lake.assets.upload('image', drawing, {filename: 'logo.svg'})

  const response = await fetch(`${document.url}?w=100&auto=format`)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await picture(`${document.url}?fm=png&w=20`)).toMatchObject({width: 20, height: 10})
})

test('saves under another name when asked', async ({lake}) => {
  const {url} = await uploadFields(lake)

  const response = await fetch(`${url}?dl=${encodeURIComponent('a"b\r\nc.png')}`)

  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="a_b__c\.png"/)
})

test.for(
  [
    '../../lake.db',
    '..%2f..%2flake.db',
    '%2e%2e%2f%2e%2e%2flake.db',
    '..%5c..%5clake.db',
    'lake.db%00.png',
    '/etc/passwd',
    `${'a'.repeat(4_000)}.png`,
    'CON.png',
  ].map((name) => [name.slice(0, 40), name] as const),
)('finds nothing under %s', async ([, name], {lake, server, dataset}) => {
  await uploadFields(lake)

  for (const kind of ['images', 'files']) {
    const response = await fetch(`${server.url}/${kind}/local/${dataset}/${name}`)
    expect(response.status).toBe(404)
  }
})

test('is gone when its document is deleted, and back when the same image is uploaded again', async ({
  lake,
}) => {
  const {_id, url} = await uploadFields(lake)

  await lake.delete(_id)
  expect((await fetch(url)).status).toBe(404)
  expect((await fetch(`${url}?w=100`)).status).toBe(404)
  await uploadFields(lake)
  expect(await picture(`${url}?w=100`)).toMatchObject({width: 100})
})

test('keeps serving what is right under a flood of what is wrong', async ({lake}) => {
  const {url} = await uploadFields(lake)
  const statusOf = async (parameters: string) => (await fetch(`${url}?${parameters}`)).status

  const wrong = Array.from({length: 300}, (_, index) => statusOf(`w=${index}&h=oops${index}`))
  const right = Array.from({length: 30}, (_, index) => statusOf(`w=${index + 10}`))

  expect(new Set(await Promise.all(right))).toEqual(new Set([200]))
  expect(new Set(await Promise.all(wrong))).toEqual(new Set([400]))
})
