import type {BackendSettings} from './backend.ts'

/**
 * The settings of the running Studio: in a browser from the `<meta>` tags that its server writes into the page, so
 * that one build serves any address; on the command line from the environment.
 */
export function readBackendSettings(): BackendSettings {
  return typeof document === 'undefined' ? fromEnvironment(process.env) : fromPage(document)
}

function fromPage(page: Document): BackendSettings {
  const meta = (name: string) =>
    page.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? undefined
  return {apiHost: meta('lake-url'), projectId: meta('project-id'), dataset: meta('dataset')}
}

function fromEnvironment(env: Record<string, string | undefined>): BackendSettings {
  return {
    apiHost: env.SANITY_API_HOST,
    projectId: env.SANITY_PROJECT_ID,
    dataset: env.SANITY_DATASET,
  }
}
