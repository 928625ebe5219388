import {contentClient, datasetName, parseContentBackend} from './contentBackend.ts'
import type {ContentBackend} from './contentBackend.ts'
import {hasContent} from './hasContent.ts'
import {importSeedCommand} from './importSeedCommand.ts'

/** A dataset that does not answer in this time is not waited for. */
const PATIENCE_MS = 15_000

/**
 * What to tell an operator of a dataset that nobody fills unasked: how to import the first content when it has none, why it
 * could not be read, or nothing. Only reads.
 */
export async function emptyDatasetAdvice(
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<string | undefined> {
  const backend = parseContentBackend(environment, 'read')
  try {
    const client = contentClient(backend).withConfig({maxRetries: 0})
    const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
    return (await hasContent(client, patience)) ? undefined : empty(backend)
  } catch (error) {
    signal.throwIfAborted()
    return unreadable(backend, error)
  }
}

const empty = (backend: ContentBackend) =>
  `${datasetName(backend)} has no content that can be read, and nothing is written to it unasked.
To import the first content, with the same SANITY_ variables${backend.token ? '' : ' and a SANITY_API_TOKEN that may write'}:
  ${importSeedCommand}`

function unreadable(backend: ContentBackend, error: unknown) {
  const reason = error instanceof Error ? error.message : String(error)
  const advice = backend.token
    ? 'Check SANITY_PROJECT_ID, SANITY_DATASET and SANITY_API_TOKEN.'
    : 'A private dataset needs SANITY_API_TOKEN.'
  return `${datasetName(backend)} could not be read: ${reason}\n${advice}`
}
