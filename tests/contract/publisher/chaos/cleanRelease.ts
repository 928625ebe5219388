import {mkdtemp} from 'node:fs/promises'
import {join} from 'node:path'

import {startBuilderProcess} from '../../../../scripts/publisher/builder/builderProcess.ts'
import {NOW, SITE_URL} from '../../site/buildSite.ts'
import type {ChaosLine} from './chaosLine.ts'

/** The id of the release that a builder which knows nothing makes of the content: what the site must be in the end. */
export async function cleanRelease({folder, lakeUrl, builderProgram}: ChaosLine, now = NOW) {
  const builder = await startBuilderProcess({
    file: builderProgram,
    environment: {
      ...process.env,
      SANITY_API_HOST: lakeUrl,
      SANITY_PROJECT_ID: 'local',
      SANITY_DATASET: 'production',
      SITE_URL,
      DATA_DIR: await mkdtemp(join(folder, 'clean-')),
    },
    stallMs: 120_000,
    signal: new AbortController().signal,
  })
  try {
    const request = {type: 'build', documents: [], scope: 'everything', now, since: null} as const
    const answer = await builder.ask(request, () => undefined)
    if (answer.type === 'refused') throw new Error(answer.refusal.message)
    return answer.release
  } finally {
    await builder.end(5000)
  }
}
