import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import type {SanityClient} from '@sanity/client'
import {createClient} from '@sanity/client'

import {parseSettings} from '../../scripts/lake/settings.ts'
import {startLake} from '../../scripts/lake/startLake.ts'
import {builtStudio} from '../../scripts/launcher/builtStudio.ts'
import type {PublisherAccess} from '../../scripts/publisherProxy.ts'
import {serveStudio} from '../../scripts/serveStudio.ts'
import {freePorts} from '../freePorts.ts'
import {silentLog} from '../silentLog.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Nobody answers there; links of the Studio lead to it. */
export const SITE_URL = 'https://site.example.org'

/** A Studio of a test's own, with the lake behind it. */
export interface StudioWithLake {
  studioUrl: string
  lakeUrl: string
  /** Writes and reads past the Studio; sees drafts. */
  client: SanityClient
  /** Stops the lake and starts it again on the same data and port. */
  restartLake: () => Promise<void>
  remove: () => Promise<void>
}

/** The built Studio and an empty lake, on free ports and a folder of their own; with a publisher where one is given. */
export async function startStudioWithLake(publisher?: PublisherAccess): Promise<StudioWithLake> {
  const [lakePort = 0, studioPort = 0] = await freePorts(2)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'coworkmed-studio-'))
  const directory = await builtStudio({root, environment: process.env})
  const start = () =>
    startLake(
      parseSettings({
        LAKE_PORT: String(lakePort),
        STUDIO_PORT: String(studioPort),
        DATA_DIR: dataDirectory,
      }),
      silentLog,
    )
  let lake = await start()
  const lakeUrl = `http://localhost:${lakePort}`
  const backend = {lakeUrl, projectId: 'local', dataset: 'production'}
  const receipts = publisher ? {publisher} : {}
  const studio = await serveStudio({
    directory,
    port: studioPort,
    siteUrl: SITE_URL,
    ...backend,
    ...receipts,
  })
  return {
    studioUrl: `http://localhost:${studioPort}`,
    lakeUrl,
    client: createClient({
      projectId: 'local',
      dataset: 'production',
      apiHost: `http://127.0.0.1:${lakePort}`,
      apiVersion: '2025-02-19',
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
    }),
    async restartLake() {
      await lake.close()
      lake = await start()
    },
    async remove() {
      await studio.close()
      await lake.close()
      await rm(dataDirectory, {recursive: true, force: true})
    },
  }
}
