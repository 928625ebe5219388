import {readFileSync, truncateSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {keepInCache, readCached} from '../../../site/src/pictures/cachedFile.ts'
import {temporaryDirectory} from '../publisher/temporaryDirectory.ts'

const bytes = Buffer.from('the bytes of a picture')

test('gives what was kept', async () => {
  const file = join(temporaryDirectory(), 'pictures', 'one.webp')
  await keepInCache(file, bytes)

  expect(await readCached(file)).toEqual(bytes)
  expect(readFileSync(file)).toEqual(bytes)
})

test.each([
  ['empty', (file: string) => truncateSync(file)],
  ['short', (file: string) => truncateSync(file, 5)],
  ['of the right size with other bytes', (file: string) => writeFileSync(file, Buffer.alloc(22))],
  ['without a digest', (file: string) => truncateSync(`${file}.sha256`)],
])('gives nothing of a file that is %s', async (_, damage) => {
  const file = join(temporaryDirectory(), 'one.webp')
  await keepInCache(file, bytes)
  damage(file)

  expect(await readCached(file)).toBeUndefined()
})
