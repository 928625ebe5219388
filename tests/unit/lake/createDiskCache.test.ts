import {mkdtemp, readdir, rm, truncate, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, onTestFinished, test} from 'vitest'

import {createDiskCache} from '../../../scripts/lake/assets/createDiskCache.ts'

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cache-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

/** Makes ten bytes, and counts how often it was asked to. */
function maker() {
  const made: string[] = []
  const make = (key: string) => async () => {
    made.push(key)
    return Buffer.alloc(10, key)
  }
  return {made, make}
}

test('makes what two ask for at the same time once', async () => {
  const cache = createDiskCache(await emptyFolder(), 100)
  const {made, make} = maker()

  const answers = await Promise.all([cache.get('a', make('a')), cache.get('a', make('a'))])

  expect(made).toEqual(['a'])
  expect(answers).toEqual([Buffer.alloc(10, 'a'), Buffer.alloc(10, 'a')])
})

test('forgets what was not used for longest, and never holds more than allowed', async () => {
  const folder = await emptyFolder()
  const cache = createDiskCache(folder, 30)
  const {made, make} = maker()

  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) await cache.get(key, make(key))

  expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
  expect(await cache.size()).toBe(30)
  expect(await readdir(folder)).toHaveLength(3)
})

test('remembers what an earlier run kept', async () => {
  const folder = await emptyFolder()
  const {made, make} = maker()
  await createDiskCache(folder, 100).get('a', make('a'))

  const again = createDiskCache(folder, 100)

  expect(await again.get('a', make('a'))).toEqual(Buffer.alloc(10, 'a'))
  expect(made).toEqual(['a'])
})

test('makes anew what somebody deleted, and what failed', async () => {
  const folder = await emptyFolder()
  const cache = createDiskCache(folder, 100)
  const {made, make} = maker()
  await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await cache.get('a', make('a'))
  for (const name of await readdir(folder)) await rm(join(folder, name))
  await cache.get('a', make('a'))

  expect(made).toEqual(['a', 'a'])
})

test('makes anew what another version of the programs made', async () => {
  const folder = await emptyFolder()
  const {made, make} = maker()
  await createDiskCache(folder, 100, 'sharp 1').get('a', make('a'))
  await createDiskCache(folder, 100, 'sharp 2').get('a', make('a'))
  await createDiskCache(folder, 100, 'sharp 2').get('a', make('a'))

  expect(made).toEqual(['a', 'a'])
})

test('goes on when somebody removes its folder', async () => {
  const folder = join(await emptyFolder(), 'images')
  const cache = createDiskCache(folder, 100)
  const {made, make} = maker()
  await cache.get('a', make('a'))
  await rm(folder, {recursive: true})

  expect(await cache.get('a', make('a'))).toEqual(Buffer.alloc(10, 'a'))
  expect(await cache.get('a', make('a'))).toEqual(Buffer.alloc(10, 'a'))
  expect(made).toEqual(['a', 'a'])
})

test.each([
  ['empty', (file: string) => truncate(file)],
  ['short', (file: string) => truncate(file, 37)],
  ['of the right size with other bytes', (file: string) => writeFile(file, Buffer.alloc(42))],
])('makes anew a file that is %s', async (_, damage) => {
  const folder = await emptyFolder()
  const {made, make} = maker()
  await createDiskCache(folder, 100).get('a', make('a'))
  for (const name of await readdir(folder)) await damage(join(folder, name))

  const cache = createDiskCache(folder, 100)

  expect(await cache.get('a', make('a'))).toEqual(Buffer.alloc(10, 'a'))
  expect(made).toEqual(['a', 'a'])
})
