import {once} from 'node:events'
import {mkdtemp, readFile, rm, stat, utimes} from 'node:fs/promises'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import sharp from 'sharp'
import {expect, onTestFinished, test} from 'vitest'

import {pictureFile} from '../../../site/src/pictures/pictureFile.ts'
import {writePictureFile} from '../../../site/src/pictures/writePictureFile.ts'

const RECIPE = {
  assetId: 'image-a-8x8-png',
  url: 'http://elsewhere/images/local/production/a-8x8.png',
  rectangle: {left: 0, top: 0, width: 8, height: 8},
  width: 4,
  format: 'webp',
} as const

/** A backend with one picture, which counts how often it is fetched, and an empty cache. */
async function start() {
  const background = {r: 200, g: 0, b: 0}
  const original = await sharp({create: {width: 8, height: 8, channels: 3, background}})
    .png()
    .toBuffer()
  let fetched = 0
  const server = createServer((_request, response) => {
    fetched += 1
    response.end(original)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cacheDir = await mkdtemp(join(tmpdir(), 'pictures-'))
  onTestFinished(async () => {
    server.close()
    await rm(cacheDir, {recursive: true, force: true})
  })
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const surroundings = {cacheDir, apiHost: `http://127.0.0.1:${port}`}
  return {
    cacheDir,
    fetched: () => fetched,
    make: (maker?: string) => writePictureFile(pictureFile(RECIPE, maker), surroundings),
  }
}

test('makes a picture again when the folder was removed meanwhile', async () => {
  const {cacheDir, make, fetched} = await start()
  const first = await readFile(await make())
  await rm(cacheDir, {recursive: true})

  expect(await readFile(await make())).toEqual(first)
  expect(fetched()).toBe(2)
})

test('notes that a picture was used, so that it is not removed as unused', async () => {
  const {make} = await start()
  const file = await make()
  await utimes(file, 0, 0)

  await make()

  expect((await stat(file)).mtimeMs).toBeGreaterThan(0)
})

test('does not use what another version of the programs made, under another address', async () => {
  const {make} = await start()

  expect(await make('sharp 2')).not.toBe(await make('sharp 1'))
  expect(pictureFile(RECIPE, 'sharp 2').path).not.toBe(pictureFile(RECIPE).path)
})
