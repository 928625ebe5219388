import {mkdir, mkdtemp, readdir, rm, utimes, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {trimPictureCache} from '../../../site/renderer/trimPictureCache.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const HOUR = 60 * 60 * 1000

/** A cache of files of ten bytes each, by the hours since their last use. */
async function cacheOf(hoursUnused: Record<string, number>) {
  const folder = await mkdtemp(join(tmpdir(), 'pictures-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  for (const name of ['pictures', 'originals']) await mkdir(join(folder, name))
  for (const [name, hours] of Object.entries(hoursUnused)) {
    const usedAt = new Date(NOW - hours * HOUR)
    await writeFile(join(folder, name), Buffer.alloc(10))
    await utimes(join(folder, name), usedAt, usedAt)
  }
  const left = async () =>
    (await readdir(folder, {recursive: true})).filter((name) => name.includes('/')).toSorted()
  return {folder, left}
}

test('removes the pictures and originals that were not used for longest, up to the bound', async () => {
  const {folder, left} = await cacheOf({
    'pictures/a.webp': 5,
    'originals/b': 4,
    'pictures/c.jpg': 3,
    'pictures/d.jpg.1.part': 6,
  })

  await trimPictureCache(folder, 40, NOW)
  expect(await left()).toHaveLength(4)
  await trimPictureCache(folder, 25, NOW)
  expect(await left()).toEqual(['originals/b', 'pictures/c.jpg'])
})

test('leaves what a build may count on now, whatever the size', async () => {
  const {folder, left} = await cacheOf({
    'pictures/a.webp': 0.5,
    'originals/b': 0.9,
    'pictures/c.jpg': 1.1,
  })

  await trimPictureCache(folder, 0, NOW)

  expect(await left()).toEqual(['originals/b', 'pictures/a.webp'])
})

test('needs no folder', async () => {
  const {folder} = await cacheOf({})
  await rm(join(folder, 'originals'), {recursive: true})

  await trimPictureCache(folder, 0, NOW)
  await trimPictureCache(join(folder, 'elsewhere'), 0, NOW)
})
