import {readdir, rm} from 'node:fs/promises'
import {join} from 'node:path'

import sharp from 'sharp'
import {expect, test as base} from 'vitest'

import {inLanguages} from '../../inLanguages.ts'
import {write} from '../site/test.ts'
import type {OddLine} from './oddLine.ts'
import {french, oddLine, PATIENT} from './oddLine.ts'
import {settled} from './publisherLine.ts'

const test = base.extend(
  'line',
  {scope: 'file'},
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  async ({}, {onCleanup}) => oddLine(onCleanup),
)
const SLOW = {timeout: 240_000}

const pageOf = (id: string) => `/fr/reunions/${id}/`

/** A meeting whose French report shows a picture. */
const withPicture = (id: string, asset: string, more: object = {}) =>
  french(id, {
    report: inLanguages(
      {fr: [{_key: 'p', _type: 'picture', asset: {_type: 'reference', _ref: asset}}]},
      'RichText',
    ),
    ...more,
  })

async function upload(line: OddLine, width: number, height: number): Promise<string> {
  const colour = `#${Math.floor(Math.random() * 0xffffff)
    .toString(16)
    .padStart(6, '0')}`
  const bytes = await sharp({create: {width, height, channels: 3, background: colour}})
    .png()
    .toBuffer()
  const {_id} = await line.client.assets.upload('image', bytes, {filename: 'picture.png'})
  return _id
}

/** An image whose file is lost: the document that describes it is there. */
async function lostPicture(line: OddLine): Promise<string> {
  const id = await upload(line, 40, 30)
  const [, digest = ''] = id.split('-')
  for (const entry of await readdir(line.dataDir, {recursive: true, withFileTypes: true}))
    if (entry.isFile() && entry.name.startsWith(digest))
      await rm(join(entry.parentPath, entry.name))
  return id
}

const slug = (slugs: Record<string, string>) =>
  inLanguages(
    Object.fromEntries(
      Object.entries(slugs).map(([language, current]) => [language, {_type: 'slug', current}]),
    ),
    'Slug',
  )

const heldBack = async (line: OddLine) => (await line.status()).heldBack

test(
  'a document whose picture is lost is held back alone, named by field and language, and goes live once it is mended',
  SLOW,
  async ({line}) => {
    const asset = await lostPicture(line)
    await write(line.client, [withPicture('lost', asset)])
    await line.otherOfficerPublishes()

    const refusal = {document: 'lost', field: 'report', language: 'fr', step: 'pictures'}
    expect(await heldBack(line)).toMatchObject([{document: 'lost', shown: null, refusal}])
    expect(await line.receiptsOf('lost')).toMatchObject([
      {outcome: 'heldBack', liveAt: null, refusal},
    ])
    expect(await line.receiptsOf('florence')).toMatchObject(
      expect.arrayContaining([expect.objectContaining({outcome: 'live'})]),
    )
    expect((await fetch(line.site + pageOf('lost'))).status).toBe(404)

    await write(line.client, [french('lost', {})])
    await expect.poll(() => line.headingAt(pageOf('lost')), PATIENT).toBe('Titre de lost')
    expect(await heldBack(line)).toEqual([])
  },
)

test(
  'what was live stays as it was, through ten publishes, a start, a lost snapshot; it is tried again when what it needs is there',
  SLOW,
  async ({line}) => {
    const asset = await lostPicture(line)
    await write(line.client, [french('kept', {title: inLanguages({fr: 'Version bonne'})})])
    await expect.poll(() => line.headingAt(pageOf('kept')), PATIENT).toBe('Version bonne')

    await write(line.client, [
      withPicture('kept', asset, {title: inLanguages({fr: 'Version perdue'})}),
    ])
    await line.otherOfficerPublishes()
    const [before] = await heldBack(line)
    expect(before).toMatchObject({document: 'kept', shown: expect.any(String)})

    for (let publish = 0; publish < 10; publish += 1) await line.otherOfficerPublishes()
    await line.startAgain()
    await line.otherOfficerPublishes()
    expect(await heldBack(line)).toEqual([before])
    await line.startAgain(() => rm(join(line.dataDir, 'snapshot.db'), {force: true}))
    await line.otherOfficerPublishes()
    expect(await heldBack(line)).toMatchObject([{document: 'kept', since: before.since}])
    const page = await line.pageAt(pageOf('kept'))
    expect(page).toContain('Version bonne')
    expect(page).not.toContain('Version perdue')

    const found = await upload(line, 40, 30)
    await line.client
      .patch(asset)
      .set({url: (await line.client.getDocument(found))?.url})
      .commit()
    await expect.poll(() => line.headingAt(pageOf('kept')), PATIENT).toBe('Version perdue')
    await settled(line)
    expect(await heldBack(line)).toEqual([])
  },
)

test(
  'of many documents in one publish those at fault are found, and no other waits',
  SLOW,
  async ({line}) => {
    const asset = await lostPicture(line)
    const ids = Array.from({length: 24}, (_, index) => `many-${String(index).padStart(2, '0')}`)
    const lost = new Set(['many-03', 'many-11', 'many-12'])
    await write(
      line.client,
      ids.map((id) => (lost.has(id) ? withPicture(id, asset) : french(id, {}))),
    )
    await line.otherOfficerPublishes()

    expect((await heldBack(line)).map(({document}: {document: string}) => document)).toEqual([
      ...lost,
    ])
    for (const id of ids)
      expect((await fetch(line.site + pageOf(id))).status, id).toBe(lost.has(id) ? 404 : 200)
    await write(
      line.client,
      ids.map((id) => french(id, {})),
    )
    for (const id of lost)
      await expect.poll(() => line.headingAt(pageOf(id)), PATIENT).toBe(`Titre de ${id}`)
  },
)

test(
  'a picture as high as a roll of paper is shown, in sizes that its formats hold',
  SLOW,
  async ({line}) => {
    const asset = await upload(line, 720, 37_062)
    await write(line.client, [withPicture('roll', asset)])
    await line.otherOfficerPublishes()

    await expect
      .poll(() => line.pageAt(pageOf('roll')), PATIENT)
      .toContain('<figure class="picture">')
    expect(await heldBack(line)).toEqual([])
  },
)

test(
  'of two that claim one address, borrowed ones included, the older keeps it; the other says so, and is live elsewhere',
  SLOW,
  async ({line}) => {
    await write(line.client, [french('first', {slug: slug({en: 'shared-x'})})])
    await expect.poll(() => line.headingAt(pageOf('shared-x')), PATIENT).toBe('Titre de first')
    await write(line.client, [french('second', {slug: slug({fr: 'Shared-X', en: 'b-en'})})])
    await line.otherOfficerPublishes()

    expect(await line.pageAt(pageOf('shared-x'))).toContain('Titre de first')
    expect(await line.pageAt('/en/meetings/b-en/')).toContain('Titre de second')
    expect(await line.findingsOf('second')).toContainEqual(
      expect.objectContaining({path: ['slug'], language: 'fr', found: 'shared-x'}),
    )

    await write(line.client, [french('second', {slug: slug({fr: 'of-its-own', en: 'b-en'})})])
    await expect.poll(() => line.headingAt(pageOf('of-its-own')), PATIENT).toBe('Titre de second')
  },
)
