import {fileURLToPath} from 'node:url'

import {onTestFinished} from 'vitest'

import type {Answer} from '../../../scripts/publisher/builder/builderProcess.ts'
import {startBuilderProcess} from '../../../scripts/publisher/builder/builderProcess.ts'
import type {NamedDocument, Scope} from '../../../scripts/publisher/builder/protocol.ts'
import {NOW, SITE_URL} from './buildSite.ts'

const BUILDER = fileURLToPath(import.meta.resolve('../../../scripts/publisher/builder/main.ts'))

/** The publisher's own builder, in its process, over a dataset of a lake; ended with the test. */
export async function runBuilder(
  lakeUrl: string,
  dataset: string,
  dataDirectory: string,
  environment: NodeJS.ProcessEnv = {},
) {
  const builder = await startBuilderProcess({
    file: BUILDER,
    environment: {
      ...process.env,
      ...environment,
      SANITY_API_HOST: lakeUrl,
      SANITY_PROJECT_ID: 'local',
      SANITY_DATASET: dataset,
      SITE_URL,
      DATA_DIR: dataDirectory,
    },
    stallMs: 120_000,
    signal: new AbortController().signal,
  })
  const end = () => builder.end(5000)
  onTestFinished(end)
  return {
    build: (
      documents: readonly NamedDocument[],
      {scope = 'named', now = NOW}: {scope?: Scope; now?: string} = {},
    ): Promise<Answer> =>
      builder.ask({type: 'build', documents, scope, now, since: null}, () => undefined),
    /** Brings up whatever differs. */
    buildAll: (now = NOW): Promise<Answer> =>
      builder.ask(
        {type: 'build', documents: [], scope: 'everything', now, since: null},
        () => undefined,
      ),
    /** Another may take over its data. */
    end,
  }
}
