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
const madeFrom = (content: string) => ({content, code: 'c'})

test('goes live in one step, and says what is live', async () => {
  const releases = createReleases(temporaryDirectory())
  const release = await releases.write(madeFrom('one'), page('Bonjour'))

  expect(releases.live()).toBeUndefined()
  releases.swap(release)

  expect(releases.live()).toMatchObject({id: release.id, pages: 1})
  expect(readFileSync(join(releases.liveDirectory() ?? '', 'fr', 'index.html'), 'utf8')).toBe(
    'Bonjour',
  )
  expect(releases.isLive(madeFrom('one'))).toBe(true)
  expect(releases.isLive(madeFrom('two'))).toBe(false)
})

test('gives equal sites one id, and different sites different ids', async () => {
  const releases = createReleases(temporaryDirectory())

  const [one, same, other] = [
    await releases.write(madeFrom('1'), page('Bonjour')),
    await releases.write(madeFrom('2'), page('Bonjour')),
    await releases.write(madeFrom('3'), page('Au revoir')),
  ]

  expect(same.id).toBe(one.id)
  expect(other.id).not.toBe(one.id)
})

test('keeps the old site, and leaves no rubbish, when a build fails', async () => {
  const root = temporaryDirectory()
  const releases = createReleases(root)
  releases.swap(await releases.write(madeFrom('1'), page('Bonjour')))

  const failing = releases.write(madeFrom('2'), () =>
    Promise.reject(new Error('a page could not be made')),
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

  const releases = createReleases(root)
  for (let number = 0; number < 14; number += 1) {
    releases.swap(await releases.write(madeFrom(String(number)), page(`Page ${number}`)))
  }

  const kept = readdirSync(root).filter((name) => name.endsWith('.json'))
  expect(kept).toHaveLength(10)
  expect(readdirSync(root)).not.toContain('building-1-2')
  expect(readFileSync(join(releases.liveDirectory() ?? '', 'fr', 'index.html'), 'utf8')).toBe(
    'Page 13',
  )
})
