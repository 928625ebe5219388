import {fork} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {SanityDocument} from '@sanity/client'
import {onTestFinished} from 'vitest'
import {z} from 'zod'

import {openLedger} from '../../../scripts/publisher/releases/ledger/openLedger.ts'
import {ledgerPath} from '../../../scripts/publisher/releases/storePaths.ts'
import type {LakeServer} from '../lake/test.ts'
import {SITE_URL} from './buildSite.ts'
import type {CleanBuild} from './cleanBuilder.ts'
import {poisonedEdit} from './poisonedEdit.ts'
import {createRandom, edits} from './randomEdit.ts'
import {runBuilder} from './runBuilder.ts'
import {trialDocuments, write} from './test.ts'

const CLEAN = fileURLToPath(import.meta.resolve('./cleanBuilder.ts'))
const START = Date.parse('2026-11-23T12:00:00Z')
const HOUR_MS = 60 * 60 * 1000
const EVERYTHING_AFTER = 20

/** How many edits, and what else the builder's process is started with. */
interface Comparison {
  count: number
  environment?: NodeJS.ProcessEnv
  /** Whether one edit in ten is followed by one that no form would make. */
  isPoisoned?: boolean
  /** Whether one difference is enough. */
  stopWhenDifferent?: boolean
}

/**
 * Makes random edits of the trial content, an hour apart, every kind in turn; after each the builder, which goes on from
 * its release before, and a build from nothing make the site. Gives the edits after which the two are not the same.
 */
export async function compareEdits(
  lake: LakeServer,
  dataset: string,
  {count, environment, isPoisoned = false, stopWhenDifferent}: Comparison,
) {
  const client = await lake.client(dataset)
  await write(client, await trialDocuments(client))
  const dataDirectory = await temporaryDirectory('edits-')
  const {build, buildAll} = await runBuilder(lake.url, dataset, dataDirectory, environment)
  const cleanly = await cleanBuilder(lake.url, dataset)
  const random = createRandom(20171005)
  const kinds = Object.keys(edits)
  const releases: string[] = []
  const differing: string[] = []
  const spoiled = new Set<string>()
  const heldBack = new Set<string>()
  let refusals = 0
  await buildAll()

  for (let number = 0; number < count; number += 1) {
    const kind = kinds[number % kinds.length] ?? ''
    const documents = await client.fetch<SanityDocument<Record<string, unknown>>[]>(
      '*[!(_id in path("drafts.**"))] | order(_id)',
    )
    const world = {client, random, documents, number}
    const poisoned = isPoisoned && number % 10 === 5 ? await poisonedEdit(world) : []
    for (const id of poisoned) spoiled.add(id)
    const ids = [...((await edits[kind]?.(world)) ?? []), ...poisoned]
    const now = momentOf(number)
    const at = new Date(0).toISOString()
    const named = ids.map((id) => ({id, revision: null, at}))
    const isEverything = number % EVERYTHING_AFTER === EVERYTHING_AFTER - 1
    const built = isEverything ? await buildAll(now) : await build(named, {now})
    const held = heldBackBy(dataDirectory)
    for (const {document} of held) heldBack.add(document)
    const clean = await cleanly({now, heldBack: held})

    const told = built.type === 'refused' ? built.refusal.message : built.release
    if (told !== ('refused' in clean ? clean.refused : clean.release)) {
      differing.push(`${number}: ${kind}`)
      if (stopWhenDifferent) break
    }
    if ('refused' in clean) refusals += 1
    else releases.push(clean.release)
  }
  return {differing, releases, refusals, spoiled, heldBack, dataDirectory}
}

/** What the newest release holds back, with the versions that it shows instead. */
function heldBackBy(dataDirectory: string): CleanBuild['heldBack'] {
  const ledger = openLedger(ledgerPath(join(dataDirectory, 'releases')), {readOnly: true})
  try {
    return ledger.heldBack().map(({document, shown}) => ({
      document,
      shown: shown === null ? null : ledger.heldVersion(document, shown),
    }))
  } finally {
    ledger.close()
  }
}

/** The moment for which the site is made after an edit. */
export const momentOf = (number: number): string => new Date(START + number * HOUR_MS).toISOString()

const cleanAnswer = z.union([z.object({release: z.string()}), z.object({refused: z.string()})])

/** Builds all from nothing, in a process that remembers nothing of the site. */
async function cleanBuilder(lakeUrl: string, dataset: string) {
  const DATA_DIR = await temporaryDirectory('clean-')
  const env = {...process.env, SANITY_API_HOST: lakeUrl, SANITY_PROJECT_ID: 'local'}
  const child = fork(CLEAN, {env: {...env, SANITY_DATASET: dataset, SITE_URL, DATA_DIR}})
  onTestFinished(async () => {
    child.disconnect()
    await once(child, 'exit')
  })
  await once(child, 'message')
  return async (asked: CleanBuild) => {
    child.send(asked)
    return cleanAnswer.parse((await once(child, 'message'))[0])
  }
}

async function temporaryDirectory(prefix: string) {
  const directory = await mkdtemp(join(tmpdir(), prefix))
  onTestFinished(() => rm(directory, {recursive: true}))
  return directory
}
