import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {z} from 'zod'

const call = z.array(z.string()).min(1)

interface Run {
  /** What the program did to files and databases, in order: `['renameSync', from, to]`. */
  calls: string[][]
  wasKilled: boolean
  output: string
}

/** Runs a program to its end, or kills it before its n-th change to files or databases. */
export function runWatched(program: URL, args: readonly string[], killBefore?: number): Run {
  const watch = fileURLToPath(new URL('./watchFileCalls.ts', import.meta.url))
  const {stderr, stdout, signal, status} = spawnSync(
    process.execPath,
    ['--import', watch, fileURLToPath(program), ...args],
    {
      encoding: 'utf8',
      env: {...process.env, KILL_BEFORE: killBefore ? `${killBefore}` : undefined},
    },
  )
  if (status !== 0 && signal !== 'SIGKILL') throw new Error(`${program.href} failed: ${stderr}`)
  const lines = stderr.split('\n').filter((line) => line.startsWith('['))
  return {
    calls: lines.map((line) => call.parse(JSON.parse(line))),
    wasKilled: signal === 'SIGKILL',
    output: stdout.trim(),
  }
}
