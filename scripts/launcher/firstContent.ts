import {seedContent} from './seedContent.ts'

interface FirstContentOptions {
  /** Whether the dataset is of our own lake: no other is ever written to unasked. */
  hasLake: boolean
  root: string
  environment: NodeJS.ProcessEnv
  signal: AbortSignal
}

/**
 * Gives a new lake its first content. Of any other dataset gives what the operator has to know: how to import it where
 * there is none, or why the dataset could not be read. Rejects when the import fails, or `signal` ends it.
 */
export async function firstContent({
  hasLake,
  ...options
}: FirstContentOptions): Promise<string | undefined> {
  if (hasLake) {
    await seedContent(options)
    return undefined
  }
  // Loaded here alone: the client of Sanity takes half a second, which a start on the lake need not wait for.
  const {emptyDatasetAdvice} = await import('../content/emptyDatasetAdvice.ts')
  return emptyDatasetAdvice(options.environment, options.signal)
}
