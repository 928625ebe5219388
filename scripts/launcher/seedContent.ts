import {join} from 'node:path'

import {runToEnd} from '../runToEnd.ts'

interface SeedContentOptions {
  root: string
  environment: NodeJS.ProcessEnv
  signal: AbortSignal
}

/**
 * Gives a new dataset its first content; leaves one that has content alone.
 * Rejects with what the import said, or when `signal` ends it: the next start completes it.
 */
export async function seedContent({root, environment, signal}: SeedContentOptions): Promise<void> {
  try {
    const args = [join(root, 'scripts', 'content', 'main.ts'), 'seed']
    await runToEnd({args, cwd: root, environment, signal})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The first content could not be imported: ${reason}`, {cause})
  }
}
