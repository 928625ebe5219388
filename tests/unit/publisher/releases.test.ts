import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {createReleases} from '../../../scripts/publisher/releases/releases.ts'
import {temporaryDirectory} from './temporaryDirectory.ts'

/** A build that writes one page with this text. */
const page = (text: string) => async (directory: string) => {
  mkdirSync(join(directory, 'fr'))
  writeFileSync(join(directory, 'fr', 'index.html'), text)
}
const madeFrom = (content: string) => async () => ({content, code: 'c'})

test('goes live in one step, and says what is live', async () => {
  const releases = createReleases(temporaryDirectory())
  const release = await releases.write(page('Bonjour'), madeFrom('one'))

  expect(releases.live()).toBeUndefined()
  releases.swap(release)

  expect(releases.live()).toMatchObject({id: release.id, pages: 1})
  expect(readFileSync(join(releases.liveDirectory() ?? '', 'fr', 'index.html'), 'utf8')).toBe(
    'Bonjour',
  )
  expect(releases.isLive(await madeFrom('one')())).toBe(true)
  expect(releases.isLive(await madeFrom('two')())).toBe(false)
})

test('gives equal sites one id, and different sites different ids', async () => {
  const releases = createReleases(temporaryDirectory())

  const [one, same, other] = [
    await releases.write(page('Bonjour'), madeFrom('1')),
    await releases.write(page('Bonjour'), madeFrom('2')),
    await releases.write(page('Au revoir'), madeFrom('3')),
  ]

  expect(same.id).toBe(one.id)
  expect(other.id).not.toBe(one.id)
})

test('keeps the old site, and leaves no rubbish, when a build fails', async () => {
  const root = temporaryDirectory()
  const releases = createReleases(root)
  releases.swap(await releases.write(page('Bonjour'), madeFrom('1')))

  const failing = releases.write(
    () => Promise.reject(new Error('a page could not be made')),
    madeFrom('2'),
  )

  await expect(failing).rejects.toThrow('a page could not be made')
  expect(readFileSync(join(releases.liveDirectory() ?? '', 'fr', 'index.html'), 'utf8')).toBe(
    'Bonjour',
  )
  expect(readdirSync(root).filter((name) => name.startsWith('building-'))).toEqual([])
})

test('clears away what a killed build left, and keeps the ten newest releases', async () => {
  const root = temporaryDirectory()
  mkdirSync(join(root, 'building-1-2'))
  mkdirSync(join(root, 'leaving-abc'))

  const releases = createReleases(root)
  for (let number = 0; number < 14; number += 1) {
    releases.swap(await releases.write(page(`Page ${number}`), madeFrom(String(number))))
  }

  const kept = readdirSync(root).filter((name) => name.endsWith('.json'))
  expect(kept).toHaveLength(10)
  expect(readdirSync(root)).toHaveLength(2 * kept.length + 1)
  expect(readdirSync(root)).not.toContain('building-1-2')
  expect(readdirSync(root)).not.toContain('leaving-abc')
  expect(readFileSync(join(releases.liveDirectory() ?? '', 'fr', 'index.html'), 'utf8')).toBe(
    'Page 13',
  )
})
