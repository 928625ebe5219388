import {resolve} from 'node:path'

import type {ContentSource} from './src/content/snapshot/contentClient.ts'

/** Everything the site takes from its surroundings. */
export interface SiteConfig {
  source: ContentSource
  /** Where the site will be found; absolute addresses start with it. */
  siteUrl: string
  /** A folder that outlives builds: fetched and resized images. */
  cacheDir: string
  /** The moment the pages are made for (ISO 8601). */
  now: string
}

/** Reads the environment; every value has a default that works on a laptop, the token excepted. */
export function siteConfig(environment: Record<string, string | undefined>): SiteConfig {
  const dataDir = resolve(REPOSITORY, environment.DATA_DIR || '.data')
  const lake = `http://127.0.0.1:${environment.LAKE_PORT || 3900}`
  return {
    source: {
      apiHost: environment.SANITY_API_HOST ?? lake,
      projectId: environment.SANITY_PROJECT_ID || 'local',
      dataset: environment.SANITY_DATASET || 'production',
      token: environment.SANITY_API_TOKEN || undefined,
    },
    siteUrl: environment.SITE_URL || 'http://localhost:4321',
    cacheDir: resolve(REPOSITORY, environment.SITE_CACHE_DIR || resolve(dataDir, 'cache')),
    now: parseMoment(environment.SITE_NOW) ?? new Date().toISOString(),
  }
}

const REPOSITORY = resolve(import.meta.dirname, '..')

function parseMoment(value: string | undefined) {
  if (!value) return undefined
  const moment = new Date(value)
  if (Number.isNaN(moment.getTime())) {
    throw new Error(`SITE_NOW is not a moment: ${value}. Write it as 2026-11-23T12:00:00Z.`)
  }
  return moment.toISOString()
}
