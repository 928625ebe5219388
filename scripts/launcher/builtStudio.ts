import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

import {digestOfFiles} from '../digestOfFiles.ts'
import {syncTree} from '../durable.ts'
import {runToEnd} from '../runToEnd.ts'
import {writeWholeFile} from '../wholeFile.ts'

interface BuiltStudioOptions {
  root: string
  environment: NodeJS.ProcessEnv
  signal?: AbortSignal
}

/**
 * The directory of the built Studio; built now when it is missing or its sources changed since.
 * Rejects with what the build said, or that `signal` ended it.
 */
export async function builtStudio({root, environment, signal}: BuiltStudioOptions) {
  const studio = join(root, 'studio')
  const output = join(studio, 'dist')
  const stamp = join(output, '.built-from')
  const digest = await digestOfFiles(root, ['studio', 'schemas/src', 'pnpm-lock.yaml'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return output
  try {
    const sanity = join(studio, 'node_modules', 'sanity', 'bin', 'sanity')
    // Whoever starts us may be a test runner; officers get the Studio of production all the same.
    const production = {...environment, NODE_ENV: 'production'}
    await runToEnd({args: [sanity, 'build', '--yes'], cwd: studio, environment: production, signal})
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`The Studio could not be built: ${reason}`, {cause})
  }
  syncTree(output) // else a power cut could leave empty files that the stamp vouches for
  writeWholeFile(stamp, digest)
  return output
}
