import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {SanityClient} from '@sanity/client'
import {createClient} from '@sanity/client'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {freePorts} from '../../freePorts.ts'
import {generatedDocuments} from '../generatedSite/generatedDocuments.ts'
import {loadIntoLake} from '../generatedSite/loadIntoLake.ts'
import type {Program} from './spawnProgram.ts'
import {spawnProgram} from './spawnProgram.ts'
import {silentLog} from '../../silentLog.ts'

/** A lake full of generated content, and publishers to start beside it, on an empty folder or on that of an earlier one. */
export interface GeneratedLine {
  client: SanityClient
  startPublisher: (dataDirectory?: string) => Promise<RunningPublisher>
  remove: () => Promise<void>
}

/** A publisher with nothing behind it but the lake. */
export interface RunningPublisher extends Program {
  url: string
  site: string
  dataDirectory: string
  operatorToken: string
  webhookSecret: string
  /** When it was started, as `performance.now()` counts. */
  startedAt: number
  /** Stopped, and its data away. */
  remove: () => Promise<void>
}

const operatorToken = 'the-operator-token-of-one-bench-run'
const webhookSecret = 'the-secret-of-one-bench-run'

/** Fills a lake with a generated site and starts it from `repository`. Nobody is told of that first content by webhooks. */
export async function startGeneratedLine(
  repository: string,
  pages: number,
): Promise<GeneratedLine> {
  const [lakePort = 0, publisherPort = 0, sitePort = 0] = await freePorts(3)
  const lakeData = temporaryFolder('lake')
  const environment = {
    ...process.env,
    LAKE_PORT: String(lakePort),
    PUBLISHER_PORT: String(publisherPort),
    SITE_PORT: String(sitePort),
    WEBHOOK_SECRET: webhookSecret,
    OPERATOR_TOKEN: operatorToken,
    COMPRESS: 'off',
  }
  const client = clientOf(lakePort)
  await fill(client, {LAKE_PORT: String(lakePort), DATA_DIR: lakeData}, pages)
  const main = join(repository, 'scripts', 'lake', 'main.ts')
  const lake = await spawnProgram(main, repository, {...environment, DATA_DIR: lakeData})
  return {
    client,
    async startPublisher(dataDirectory = temporaryFolder('publisher')) {
      const file = join(repository, 'scripts', 'publisher', 'main.ts')
      const startedAt = performance.now()
      const program = await spawnProgram(file, repository, {
        ...environment,
        DATA_DIR: dataDirectory,
      })
      return {
        ...program,
        url: `http://127.0.0.1:${publisherPort}`,
        site: `http://127.0.0.1:${sitePort}`,
        dataDirectory,
        operatorToken,
        webhookSecret,
        startedAt,
        async remove() {
          await program.stop()
          rmSync(dataDirectory, {recursive: true, force: true})
        },
      }
    },
    async remove() {
      await lake.stop()
      rmSync(lakeData, {recursive: true, force: true})
    },
  }
}

/** A lake without a secret tells nobody; a hook that is new after that begins with the next change. */
async function fill(client: SanityClient, environment: NodeJS.ProcessEnv, pages: number) {
  const lake = await startLake(parseSettings(environment), silentLog)
  try {
    await loadIntoLake(client, generatedDocuments(pages))
  } finally {
    await lake.close()
  }
}

const temporaryFolder = (name: string) => mkdtempSync(join(tmpdir(), `coworkmed-bench-${name}-`))

const clientOf = (lakePort: number) =>
  createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${lakePort}`,
    useProjectHostname: false,
    apiVersion: '2025-02-19',
    useCdn: false,
    perspective: 'raw',
  })
