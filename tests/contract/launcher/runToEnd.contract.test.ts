import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test} from 'vitest'

import {runToEnd} from '../../../scripts/runToEnd.ts'

const WAIT = {timeout: 20_000}
const runToEndUrl = import.meta.resolve('../../../scripts/runToEnd.ts')

/** Writes its process id to a file and goes on for ever. */
const endless = (file: string) =>
  `require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid)); setInterval(() => 0, 1000)`

async function pidFile() {
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-run-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return join(folder, 'pid')
}

const readPid = async (file: string) => Number(await readFile(file, 'utf8').catch(() => '0'))

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('leaves nobody behind when the program that started another is killed', async () => {
  const file = await pidFile()
  const options = `{args: ['-e', ${JSON.stringify(endless(file))}], cwd: '.', environment: process.env}`
  const code = `import {runToEnd} from ${JSON.stringify(runToEndUrl)}; await runToEnd(${options})`
  const starter = spawn(process.execPath, ['--input-type=module', '-e', code], {stdio: 'ignore'})
  await expect.poll(() => readPid(file), WAIT).toBeGreaterThan(0)
  const pid = await readPid(file)

  starter.kill('SIGKILL')
  await once(starter, 'exit')

  await expect.poll(() => isRunning(pid), WAIT).toBe(false)
})

test('ends early when it is told to', async () => {
  const file = await pidFile()
  const asked = new AbortController()
  const running = runToEnd({
    args: ['-e', endless(file)],
    cwd: '.',
    environment: process.env,
    signal: asked.signal,
  })
  const ended = expect(running).rejects.toThrow('without a word')
  await expect.poll(() => readPid(file), WAIT).toBeGreaterThan(0)

  asked.abort()

  await ended
  expect(isRunning(await readPid(file))).toBe(false)
})

test('gives what a program that fails said last, without colours and calls', async () => {
  const code =
    "console.error('\\u001b[31mNo such page.\\u001b[0m'); throw new Error('A title is missing.')"
  const running = runToEnd({args: ['-e', code], cwd: '.', environment: process.env})

  await expect(running).rejects.toThrow('No such page.')
  await expect(running).rejects.toThrow('A title is missing.')
  await expect(running).rejects.not.toThrow('    at ')
})

test('lets a program end by itself', async () => {
  await runToEnd({args: ['-e', 'setTimeout(() => 0, 50)'], cwd: '.', environment: process.env})
})
