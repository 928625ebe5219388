import {fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

import {onTestFinished} from 'vitest'

import type {Reading} from './reading.ts'
import {findingsSchema} from './reading.ts'

const READER = fileURLToPath(import.meta.resolve('./readerProgram.ts'))

/** A reader in a process of its own, which nothing keeps from reading; `stop()` resolves to what it saw. */
export async function startReader(reading: Reading) {
  const child = fork(READER, [JSON.stringify(reading)], {execArgv: ['--no-warnings']})
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child, 'message')
  return {
    async stop() {
      child.send('stop')
      return findingsSchema.parse((await once(child, 'message'))[0])
    },
  }
}
