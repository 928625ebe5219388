import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {digestOfFiles} from '../digestOfFiles.ts'
import type {Settings} from './settings.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const site = join(root, 'site')
const astro = join(site, 'node_modules', 'astro', 'bin', 'astro.mjs')
const SHOWN_LINES = 12

/** Makes the whole site from the published content. */
export interface Build {
  /** A digest of the code a build would use; pages change when it does. */
  codeDigest: () => Promise<string>
  /** Builds into an empty directory. Rejects with what the build printed last. */
  run: (directory: string) => Promise<void>
  /** Ends a running build: on the way out nobody waits for it. */
  stop: () => void
}

/** The official way: `astro build` in a process of its own, told where content is and where pages go. */
export function createBuild({sanity, siteUrl, dataDirectory, ...settings}: Settings): Build {
  let child: ChildProcess | undefined
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
    codeDigest: () => digestOfFiles(root, ['site', 'schemas/src', 'pnpm-lock.yaml'], {siteUrl}),
    run: (directory) =>
      new Promise((resolve, reject) => {
        const args = [astro, 'build', '--outDir', directory]
        child = spawn(process.execPath, args, {
          cwd: site,
          env: environment,
          stdio: ['ignore', 'pipe', 'pipe'],
        })
        let output = ''
        child.stdout?.on('data', (text) => (output += String(text)))
        child.stderr?.on('data', (text) => (output += String(text)))
        child.on('error', reject)
        child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(lastLines(output)))))
      }),
    stop: () => void child?.kill(),
  }
}

function lastLines(output: string) {
  // eslint-disable-next-line no-control-regex -- colours are for terminals, this goes into a status
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '').trim()
  return plain
    ? plain.split('\n').slice(-SHOWN_LINES).join('\n')
    : 'The build stopped without a word.'
}
