import {fork} from 'node:child_process'
import {fileURLToPath} from 'node:url'

import {whyFailed} from '../../faults/firstError.ts'
import {parseResult} from './protocol.ts'

const main = fileURLToPath(import.meta.resolve('./main.ts'))

/** A release in the folder `root` for which there is work to do, and a way to end that work early. */
export interface AfterworkRequest {
  root: string
  release: string
  signal?: AbortSignal
}

/**
 * Does all afterwork for a release in a process of its own. Gives the id of the second release: flushed, recorded, and
 * not live. It is the same id when there was nothing to do. Rejects with what the process said was wrong.
 */
export function runAfterwork({root, release, signal}: AfterworkRequest): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = fork(main, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      ...(signal ? {signal} : {}),
    })
    let said = ''
    let result: unknown
    child.stderr?.on('data', (text: Buffer) => (said += text.toString()))
    child.once('message', (message) => (result = message))
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error) // else it is being ended: `close` follows
    })
    child.once('close', (code) => {
      if (code === 0 && result !== undefined) resolve(parseResult(result).release)
      else reject(new Error(whyFailed(said) || 'The afterwork stopped without a word.'))
    })
    child.send({root, release})
  })
}
