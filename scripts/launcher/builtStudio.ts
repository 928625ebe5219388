import {spawn} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

import {digestOfFiles} from '../digestOfFiles.ts'

const SHOWN_LINES = 12

/** The directory of the built Studio; built now when it is missing or its sources changed since. */
export async function builtStudio(root: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const studio = join(root, 'studio')
  const output = join(studio, 'dist')
  const stamp = join(output, '.built-from')
  const digest = await digestOfFiles(root, ['studio', 'schemas/src', 'pnpm-lock.yaml'])
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return output
  await build(studio, environment)
  writeFileSync(stamp, digest)
  return output
}

function build(studio: string, environment: NodeJS.ProcessEnv) {
  return new Promise<void>((resolve, reject) => {
    const sanity = join(studio, 'node_modules', 'sanity', 'bin', 'sanity')
    const child = spawn(process.execPath, [sanity, 'build', '--yes'], {
      cwd: studio,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (text) => (said += String(text)))
    child.stderr.on('data', (text) => (said += String(text)))
    child.once('error', reject)
    child.once('exit', (code) => {
      const words = said.trim().split('\n').slice(-SHOWN_LINES).join('\n')
      if (code === 0) resolve()
      else reject(new Error(`The Studio could not be built:\n${words}`))
    })
  })
}
