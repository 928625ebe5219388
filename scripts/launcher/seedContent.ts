import {spawn} from 'node:child_process'
import {join} from 'node:path'

import type {LauncherSettings} from './launcherSettings.ts'

/** Gives a new dataset its first content; leaves one that has content alone. Rejects with what the import said. */
export function seedContent(root: string, {environment}: LauncherSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'scripts/content/main.ts'), 'seed'], {
      cwd: root,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    child.stdout.on('data', (text) => (said += String(text)))
    child.stderr.on('data', (text) => (said += String(text)))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`The first content could not be imported:\n${said.trim()}`))
    })
  })
}
