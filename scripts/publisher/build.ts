import {createHash} from 'node:crypto'
import {cp, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {digestOfFiles} from '../digestOfFiles.ts'
import {runToEnd} from '../runToEnd.ts'
import type {Settings} from './settings.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const site = join(root, 'site')
const astro = join(site, 'node_modules', 'astro', 'bin', 'astro.mjs')

/** Makes the whole site from the published content. */
export interface Build {
  /** A digest of the code a build would use; pages change when it does. */
  codeDigest: () => Promise<string>
  /** Builds into an empty directory. Rejects with what the build printed last. */
  run: (directory: string) => Promise<void>
  /** Ends a running build, and begins no other: on the way out nobody waits for it. */
  stop: () => void
}

type BuildSettings = Pick<Settings, 'sanity' | 'siteUrl' | 'dataDirectory' | 'environment'>

/**
 * The official way: `astro build` in a process of its own, told where content is and where pages go.
 * One build at a time for each data folder.
 */
export function createBuild({sanity, siteUrl, dataDirectory, ...settings}: BuildSettings): Build {
  const stopping = new AbortController()
  const workshop = join(site, '.astro', `build-${digestOf(dataDirectory)}`)
  const environment = {
    ...settings.environment,
    SITE_URL: siteUrl,
    SANITY_API_HOST: sanity.apiHost,
    SANITY_PROJECT_ID: sanity.projectId,
    SANITY_DATASET: sanity.dataset,
    DATA_DIR: dataDirectory,
    ASTRO_TELEMETRY_DISABLED: '1',
  }
  return {
    codeDigest: () => digestOfFiles(root, ['site', 'schemas/src', 'pnpm-lock.yaml'], {siteUrl}),
    async run(directory) {
      // Astro renames files from the folder of the site to that of the build, which may be on another disk; and
      // for a build outside the site all builds share one folder, and clear it away from under each other.
      await rm(workshop, {recursive: true, force: true})
      const args = [astro, 'build', '--outDir', workshop]
      await runToEnd({args, cwd: site, environment, signal: stopping.signal})
      await cp(workshop, directory, {recursive: true})
      await rm(workshop, {recursive: true})
    },
    stop: () => stopping.abort(),
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
