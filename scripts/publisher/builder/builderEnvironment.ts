import type {Settings} from '../settings.ts'

/** What the builder's process is started with: the publisher's environment, completed, without its secrets. */
export function builderEnvironment(settings: Settings): NodeJS.ProcessEnv {
  const {sanity, environment} = settings
  return {
    ...environment,
    WEBHOOK_SECRET: undefined,
    OPERATOR_TOKEN: undefined,
    SITE_URL: settings.siteUrl,
    SANITY_API_HOST: sanity.apiHost,
    SANITY_PROJECT_ID: sanity.projectId,
    SANITY_DATASET: sanity.dataset,
    DATA_DIR: settings.dataDirectory,
    ASTRO_TELEMETRY_DISABLED: '1',
  }
}
