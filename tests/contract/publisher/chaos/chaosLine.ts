import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {createClient} from '@sanity/client'
import {onTestFinished} from 'vitest'

import {freePorts} from '../../../freePorts.ts'
import {NOW, SITE_URL} from '../../site/buildSite.ts'
import {SECRET, TOKEN} from '../publisherLine.ts'
import {builderDouble} from '../shortTimes.ts'
import {childrenOf} from './childrenOf.ts'
import {keepRunning} from './keepRunning.ts'

const PUBLISHER = fileURLToPath(import.meta.resolve('./publisherProgram.ts'))
const LAKE = fileURLToPath(import.meta.resolve('./lakeProgram.ts'))
const REAL_BUILDER = fileURLToPath(
  import.meta.resolve('../../../../scripts/publisher/builder/main.ts'),
)

interface ChaosOptions {
  builder?: 'double' | 'real'
  /** The publisher's program, where it is not a whole one. */
  publisher?: string
  /** More of it for all processes, from the folder that outlives the data. */
  environment?: NodeJS.ProcessEnv | ((folder: string) => NodeJS.ProcessEnv)
}

/** A lake and a publisher, each a process that is started again whenever it is killed, on one data folder. */
export async function chaosLine(options: ChaosOptions = {}) {
  const {builder = 'double', publisher: program = PUBLISHER} = options
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-chaos-'))
  const dataDir = join(folder, 'data')
  const [lakePort = 0, publisherPort = 0, sitePort = 0] = await freePorts(3)
  const environment: NodeJS.ProcessEnv = {
    LAKE_PORT: String(lakePort),
    PUBLISHER_PORT: String(publisherPort),
    SITE_PORT: String(sitePort),
    SITE_URL,
    SITE_NOW: NOW,
    DATA_DIR: dataDir,
    WEBHOOK_SECRET: SECRET,
    OPERATOR_TOKEN: TOKEN,
    COMPRESS: 'off',
    CHAOS_BUILDER: builder,
    ...(typeof options.environment === 'function'
      ? options.environment(folder)
      : options.environment),
  }
  const builderProgram = builder === 'real' ? REAL_BUILDER : builderDouble
  const lake = keepRunning(LAKE, environment)
  const publisher = keepRunning(program, environment)
  onTestFinished(async () => {
    await Promise.all([publisher.stop(), lake.stop()])
    await rm(folder, {recursive: true, maxRetries: 20, retryDelay: 100})
  })
  await lake.ready()
  const lakeUrl = `http://127.0.0.1:${lakePort}`
  return {
    /** Outside of the data folder. */
    folder,
    dataDir,
    releases: join(dataDir, 'releases'),
    lakeUrl,
    address: `http://127.0.0.1:${publisherPort}`,
    site: `http://127.0.0.1:${sitePort}`,
    builderProgram,
    lake,
    publisher,
    /** The builders that the publisher has now: one, or none while it starts. */
    builders: () => childrenOf(publisher.pid(), builderProgram),
    client: createClient({
      projectId: 'local',
      dataset: 'production',
      apiHost: lakeUrl,
      apiVersion: '2025-02-19',
      useProjectHostname: false,
      useCdn: false,
      perspective: 'raw',
      maxRetries: 0,
      timeout: 5000,
    }),
    status: async () => (await fetch(`http://127.0.0.1:${publisherPort}/status`)).json(),
  }
}

export type ChaosLine = Awaited<ReturnType<typeof chaosLine>>
