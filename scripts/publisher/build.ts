import {createHash} from 'node:crypto'
import {cp, rm} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {runToEnd} from '../runToEnd.ts'
import type {Settings} from './settings.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const site = join(root, 'site')
const astro = join(site, 'node_modules', 'astro', 'bin', 'astro.mjs')

type BuildSettings = Pick<Settings, 'sanity' | 'siteUrl' | 'dataDirectory' | 'environment'>

/**
 * Makes the whole site from the published content the official way: `astro build` in a process of its own, told where
 * content is and where pages go. What the publisher makes must be the same to the byte. One build at a time for each
 * data folder.
 */
export function createBuild({sanity, siteUrl, dataDirectory, ...settings}: BuildSettings) {
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
    /** Builds into an empty directory. Rejects with what the build printed last. */
    async run(directory: string): Promise<void> {
      // Astro renames files from the folder of the site to that of the build, which may be on another disk; and
      // for a build outside the site all builds share one folder, and clear it away from under each other.
      await rm(workshop, {recursive: true, force: true})
      await runToEnd({args: [astro, 'build', '--outDir', workshop], cwd: site, environment})
      await cp(workshop, directory, {recursive: true})
      await rm(workshop, {recursive: true})
    },
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
