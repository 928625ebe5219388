import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {SanityDocument} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {z} from 'zod'

import {digestOfTree} from '../../../scripts/publisher/releases/digestOfTree.ts'
import {buildSite, SITE_URL} from './buildSite.ts'
import {createRandom, edits} from './randomEdit.ts'
import {runBuilder} from './runBuilder.ts'
import {expect, test, trialDocuments, write} from './test.ts'

const EDITS = 200
const LONG = {timeout: 400_000}
const CLEAN = fileURLToPath(import.meta.resolve('./cleanBuilder.ts'))
const START = Date.parse('2026-11-23T12:00:00Z')
const HOUR_MS = 60 * 60 * 1000

const cleanAnswer = z.union([z.object({release: z.string()}), z.object({refused: z.string()})])

/** Builds all from nothing, in a process that remembers nothing of the site. */
async function cleanBuilder(lakeUrl: string, dataset: string) {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'clean-'))
  const env = {...process.env, SANITY_API_HOST: lakeUrl, SANITY_PROJECT_ID: 'local'}
  const child = fork(CLEAN, {env: {...env, SANITY_DATASET: dataset, SITE_URL, DATA_DIR}})
  onTestFinished(async () => {
    child.disconnect()
    await once(child, 'exit')
    await rm(DATA_DIR, {recursive: true})
  })
  await once(child, 'message')
  return async (now: string) => {
    child.send(now)
    return cleanAnswer.parse((await once(child, 'message'))[0])
  }
}

test(
  'after each of 200 edits of every kind, the release is that of a clean build',
  LONG,
  async ({lake}) => {
    const client = await lake.client('edits')
    await write(client, await trialDocuments(client))
    const dataDirectory = await mkdtemp(join(tmpdir(), 'edits-'))
    onTestFinished(() => rm(dataDirectory, {recursive: true}))
    const {build, buildAll} = await runBuilder(lake.url, 'edits', dataDirectory)
    const cleanly = await cleanBuilder(lake.url, 'edits')
    const random = createRandom(20171005)
    const kinds = Object.keys(edits)
    const releases = new Set<string>()
    let refusals = 0
    await buildAll()

    for (let number = 0; number < EDITS; number += 1) {
      const kind = kinds[number % kinds.length] ?? ''
      const documents = await client.fetch<SanityDocument<Record<string, unknown>>[]>(
        '*[!(_id in path("drafts.**"))] | order(_id)',
      )
      const ids = await edits[kind]?.({client, random, documents, number})
      const now = new Date(START + number * HOUR_MS).toISOString()
      const at = new Date(0).toISOString()
      const named = (ids ?? []).map((id) => ({id, revision: null, at}))
      const built = number % 20 === 19 ? await buildAll(now) : await build(named, {now})
      const clean = await cleanly(now)

      if ('refused' in clean) {
        refusals += 1
        expect(built, `${number}: ${kind}`).toMatchObject({refusal: {message: clean.refused}})
      } else {
        expect(built, `${number}: ${kind}`).toMatchObject({type: 'built', release: clean.release})
        releases.add(clean.release)
      }
    }
    expect(releases.size).toBeGreaterThan(EDITS / 2)
    expect(refusals).toBeLessThan(EDITS / 10)

    const official = await buildSite(
      lake.url,
      'edits',
      dataDirectory,
      START + (EDITS - 1) * HOUR_MS,
    )
    const {digest} = await digestOfTree(official.outDir)
    expect([...releases].at(-1)).toBe(digest)
  },
)
