import type {ChildProcess} from 'node:child_process'
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {freePorts} from '../freePorts.ts'

const thisRepository = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const READY_MS = 300_000

/** The addresses and the data of a line that runs. */
export interface Line {
  site: string
  studio: string
  lake: string
  publisher: string
  dataDirectory: string
  webhookSecret: string
  /** What it has printed so far. */
  printed: () => string
  /** Ctrl-C, and wait until everything is down. Gives the exit code. */
  interrupt: () => Promise<number | null>
  /** The same command again, on the same data and ports. */
  startAgain: () => Promise<void>
  /** Down, and the data away. */
  remove: () => Promise<void>
}

/** Everything, started as `npm start` starts it, on free ports and an empty data folder; of this repository or a clone. */
export async function startLine(repository = thisRepository): Promise<Line> {
  const [lake = 0, publisher = 0, site = 0, studio = 0] = await freePorts(4)
  const dataDirectory = mkdtempSync(join(tmpdir(), 'coworkmed-line-'))
  const webhookSecret = 'the-secret-of-one-test-run'
  const environment = {
    ...process.env,
    LAKE_PORT: String(lake),
    PUBLISHER_PORT: String(publisher),
    SITE_PORT: String(site),
    STUDIO_PORT: String(studio),
    DATA_DIR: dataDirectory,
    WEBHOOK_SECRET: webhookSecret,
  }
  let run = await start(repository, environment)
  return {
    site: `http://localhost:${site}`,
    studio: `http://localhost:${studio}`,
    lake: `http://localhost:${lake}`,
    publisher: `http://localhost:${publisher}`,
    dataDirectory,
    webhookSecret,
    printed: () => run.printed(),
    interrupt: () => run.interrupt(),
    async startAgain() {
      run = await start(repository, environment)
    },
    async remove() {
      await run.interrupt()
      rmSync(dataDirectory, {recursive: true, force: true})
    },
  }
}

async function start(repository: string, environment: NodeJS.ProcessEnv) {
  const child = spawn(process.execPath, [join(repository, 'scripts', 'bootstrap.mjs'), 'start'], {
    cwd: repository,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a group of its own, as in a terminal
  })
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  await ready(child, () => text)
  return {printed: () => text, interrupt: () => interrupt(child)}
}

function ready(child: ChildProcess, printed: () => string) {
  return new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(
      () => reject(new Error(`Not ready in time:\n${printed()}`)),
      READY_MS,
    )
    child.stdout?.on('data', () => {
      if (!/^Ready$/m.test(printed())) return
      clearTimeout(deadline)
      resolve()
    })
    child.once('exit', () => {
      clearTimeout(deadline)
      reject(new Error(`It ended before it was ready:\n${printed()}`))
    })
  })
}

/** Ctrl-C in a terminal reaches everybody in the foreground, not the first alone. */
function interrupt(child: ChildProcess) {
  return new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve(child.exitCode)
    child.once('exit', (code) => resolve(code))
    process.kill(-child.pid, 'SIGINT')
    return undefined
  })
}
