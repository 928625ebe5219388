import {join, resolve} from 'node:path'

/** What a builder is told from outside. */
export interface BuilderSettings {
  source: {apiHost: string; projectId: string; dataset: string; token: string | undefined}
  siteUrl: string
  releases: string
  snapshotFile: string
  cacheDirectory: string
  /** What the pages' bundler is started with. */
  environment: NodeJS.ProcessEnv
}

/** Reads what the publisher gave on; all of it was checked there. */
export function parseBuilderSettings(environment: NodeJS.ProcessEnv): BuilderSettings {
  const dataDirectory = resolve(environment.DATA_DIR || '.data')
  return {
    source: {
      apiHost: environment.SANITY_API_HOST ?? '',
      projectId: environment.SANITY_PROJECT_ID ?? '',
      dataset: environment.SANITY_DATASET ?? '',
      token: environment.SANITY_API_TOKEN || undefined,
    },
    siteUrl: environment.SITE_URL ?? '',
    releases: join(dataDirectory, 'releases'),
    snapshotFile: join(dataDirectory, 'snapshot.db'),
    cacheDirectory: environment.SITE_CACHE_DIR
      ? resolve(environment.SITE_CACHE_DIR)
      : join(dataDirectory, 'cache'),
    environment,
  }
}
