import type {SanityClient} from '@sanity/client'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import sharp from 'sharp'
import {test as base} from 'vitest'

import {silentLog} from '../../silentLog.ts'
import {lakeServer} from '../lake/test.ts'
import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {buildSite} from './buildSite.ts'

export {expect} from 'vitest'

type Stored = {_id: string; _type: string} & Record<string, unknown>

/** `lake`: a lake of the file's own. `site`: the site built from the trial content, once for the file. */
export const test = base
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  .extend('lake', {scope: 'file'}, async ({}, {onCleanup}) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'site-test-'))
    const running = await startLake(parseSettings({LAKE_PORT: '0', DATA_DIR: dataDir}), silentLog)
    onCleanup(async () => {
      await running.close()
      await rm(dataDir, {recursive: true})
    })
    return lakeServer(running.port, dataDir)
  })
  .extend('site', {scope: 'file'}, async ({lake}) => {
    const client = await lake.client('trial')
    await write(client, await trialDocuments(client))
    return buildSite(lake.url, 'trial', lake.dataDir)
  })

/** Writes documents as they are, drafts included. */
export async function write(client: SanityClient, documents: readonly Stored[]): Promise<void> {
  const transaction = client.transaction()
  for (const document of documents) transaction.createOrReplace(document)
  await transaction.commit({visibility: 'sync'})
}

/** The trial content, with a picture for the meeting of Florence. */
export async function trialDocuments(client: SanityClient): Promise<Stored[]> {
  const file = resolve(import.meta.dirname, '../../fixtures/site/trial.ndjson')
  const lines = (await readFile(file, 'utf8')).trim().split('\n')
  const documents: Stored[] = lines.map((line) => JSON.parse(line))
  const asset = await client.assets.upload('image', await greenPicture(), {filename: 'green.png'})
  return documents.map((document) =>
    document._id === 'florence' ? {...document, image: pictureOf(asset._id)} : document,
  )
}

const greenPicture = () =>
  sharp({create: {width: 1200, height: 900, channels: 3, background: '#0b5d49'}})
    .png()
    .toBuffer()

const pictureOf = (id: string) => ({
  _type: 'picture',
  asset: {_type: 'reference', _ref: id},
  alt: [{_key: 'fr', _type: 'internationalizedArrayStringValue', language: 'fr', value: 'Du vert'}],
  crop: {_type: 'sanity.imageCrop', top: 0, bottom: 0, left: 0.5, right: 0},
  hotspot: {_type: 'sanity.imageHotspot', x: 0.75, y: 0.5, width: 0.2, height: 0.2},
})
