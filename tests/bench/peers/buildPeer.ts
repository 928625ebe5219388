import {spawn} from 'node:child_process'
import {mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import type {ProcessUse} from '../processUse.ts'
import {watchProcess} from '../processUse.ts'

/** One run of a site generator. */
export interface PeerBuild extends ProcessUse {
  seconds: number
  /** How many files it wrote. */
  files: number
}

/** Runs a peer's command into a new folder, which is taken away again. Throws what it printed when it fails. */
export async function buildPeer(
  command: (output: string) => readonly string[],
): Promise<PeerBuild> {
  const output = mkdtempSync(join(tmpdir(), 'coworkmed-peer-'))
  try {
    const began = performance.now()
    const use = await runWatched(command(output))
    const seconds = (performance.now() - began) / 1000
    return {...use, seconds, files: filesIn(output)}
  } finally {
    rmSync(output, {recursive: true, force: true})
  }
}

function runWatched([program = '', ...args]: readonly string[]): Promise<ProcessUse> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'pipe']})
    const watch = watchProcess(child.pid ?? 0)
    let said = ''
    child.stderr.on('data', (text) => (said += String(text)))
    child.once('error', reject)
    child.once('close', (code) => {
      const use = watch.stop()
      if (code === 0) resolve(use)
      else reject(new Error(`${program} ended with ${code}:\n${said}`))
    })
  })
}

const filesIn = (directory: string) =>
  readdirSync(directory, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
    .length
