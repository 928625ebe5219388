import {createClient, type SanityClient} from '@sanity/client'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test as base} from 'vitest'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {silentLog} from '../../silentLog.ts'

export {expect} from 'vitest'

/** A document as a test writes it. */
export type Draft = {_id: string; _type: string} & Record<string, unknown>

/** A lake of a test file's own, and how to reach it without the client. */
export interface LakeServer {
  url: string
  port: number
  dataDir: string
  /** A client of one dataset, which is created when it is not there. */
  client: (dataset: string) => Promise<SanityClient>
}

/** Ports that the lake takes for the Studio's, the site's and the preview's. */
const BROWSER_PORTS = {STUDIO_PORT: '3333', SITE_PORT: '4321', PREVIEW_PORT: '4322'} as const

/** The API version the tests speak, unless one says otherwise. */
export const API_VERSION = '2025-02-19'

/**
 * `server`: a real lake on a free port, one for the file. `lake`: the real client, with a dataset that only this
 * test uses, seeing everything (perspective raw). `dataset`: its name.
 */
export const test = base
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
  .extend('server', {scope: 'file'}, async ({}, {onCleanup}): Promise<LakeServer> => {
    const dataDir = await mkdtemp(join(tmpdir(), 'lake-test-'))
    const settings = parseSettings({...BROWSER_PORTS, LAKE_PORT: '0', DATA_DIR: dataDir})
    const lake = await startLake(settings, silentLog)
    onCleanup(async () => {
      await lake.close()
      await rm(dataDir, {recursive: true})
    })
    return lakeServer(lake.port, dataDir)
  })
  .extend('dataset', async ({server}) => {
    const dataset = `test-${crypto.randomUUID()}`
    await server.client(dataset)
    return dataset
  })
  .extend('lake', async ({server, dataset}): Promise<SanityClient> => server.client(dataset))

/** How to reach a lake on a port of this machine. */
export function lakeServer(port: number, dataDir: string): LakeServer {
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    port,
    dataDir,
    async client(dataset) {
      const client = createClient({
        projectId: 'local',
        dataset,
        apiHost: url,
        apiVersion: API_VERSION,
        useProjectHostname: false,
        useCdn: false,
        perspective: 'raw',
      })
      const known = await client.datasets.list()
      if (!known.some(({name}) => name === dataset)) await client.datasets.create(dataset)
      return client
    },
  }
}
