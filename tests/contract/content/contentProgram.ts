import {execFile} from 'node:child_process'
import {join} from 'node:path'

import type {ContentBackend} from '../../../scripts/content/contentBackend.ts'

const main = join(import.meta.dirname, '../../../scripts/content/main.ts')

interface Run {
  code: number
  stdout: string
  stderr: string
}

/** Runs the content program to its end, as `npm run content:…` does, with variables of its own. */
export const contentProgram = (
  args: readonly string[],
  variables: Record<string, string>,
): Promise<Run> =>
  new Promise((resolve) => {
    const {SANITY_API_HOST: _, SANITY_API_TOKEN: __, ...environment} = process.env
    const env = {...environment, ...variables}
    const child = execFile(process.execPath, [main, ...args], {env}, (_error, stdout, stderr) =>
      resolve({code: child.exitCode ?? -1, stdout, stderr}),
    )
  })

/** The variables that name a backend. */
export const variablesOf = ({apiHost, projectId, dataset}: ContentBackend) => ({
  SANITY_API_HOST: apiHost,
  SANITY_PROJECT_ID: projectId,
  SANITY_DATASET: dataset,
})
