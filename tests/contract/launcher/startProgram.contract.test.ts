import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test, vi} from 'vitest'

import {startProgram} from '../../../scripts/launcher/program.ts'

const WAIT = {timeout: 20_000}
/** A program as the launcher starts them: writes its process id to `PID_FILE`, says it is ready, and waits. */
const program = [
  '-e',
  `require('fs').writeFileSync(process.env.PID_FILE, String(process.pid))
   process.on('disconnect', () => process.exit(0))
   console.log('ready')
   setInterval(() => undefined, 1000)`,
]
const idle = ['-e', "console.log('ready'); setInterval(() => undefined, 1000)"]
/** Starts, and after it was killed only at the third attempt. */
const fickle = [
  '-e',
  `const {appendFileSync, readFileSync, writeFileSync} = require('fs')
   appendFileSync('starts', '.')
   const starts = readFileSync('starts').length
   if (starts === 2 || starts === 3) { console.log('The port is taken.'); process.exit(3) }
   writeFileSync(process.env.PID_FILE, String(process.pid))
   process.on('disconnect', () => process.exit(0))
   console.log('ready')
   setInterval(() => undefined, 1000)`,
]
const broken = ['-e', 'console.log(JSON.stringify({level: 60, msg: "No disk."})); process.exit(3)']

/** What a program is started with, in a folder of the test's own, and the id of the process that runs now. */
async function setUp(args: readonly string[] = program) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'coworkmed-launcher-'))
  onTestFinished(() => rm(dataDirectory, {recursive: true}))
  const pidFile = join(dataDirectory, 'pid')
  const options = {
    name: 'trial',
    args,
    cwd: dataDirectory,
    environment: {...process.env, PID_FILE: pidFile},
    dataDirectory,
    readyWhen: /ready/,
  }
  return {options, pid: async () => Number(await readFile(pidFile, 'utf8'))}
}

const isRunning = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const never = () => new AbortController().signal

test('starts a program that was killed again, and ends the one that runs', async () => {
  const {options, pid} = await setUp()
  const {stop} = await startProgram({...options, signal: never()})
  const first = await pid()
  process.kill(first, 'SIGKILL')
  await expect.poll(async () => isRunning(await pid()) && (await pid()) !== first, WAIT).toBe(true)
  const second = await pid()

  await stop()

  expect(isRunning(second)).toBe(false)
})

test('stops while it is about to start a program again', async () => {
  const {options, pid} = await setUp()
  const {stop} = await startProgram({...options, signal: never()})
  process.kill(await pid(), 'SIGKILL')
  await expect.poll(async () => isRunning(await pid()), WAIT).toBe(false)

  await stop()

  expect(isRunning(await pid())).toBe(false)
})

test('goes on starting a program that does not come up, and says once why', async () => {
  const {options, pid} = await setUp(fickle)
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  onTestFinished(() => void vi.restoreAllMocks())
  const {stop} = await startProgram({...options, signal: never()})
  const first = await pid()
  process.kill(first, 'SIGKILL')

  await expect.poll(async () => isRunning(await pid()) && (await pid()) !== first, WAIT).toBe(true)
  await expect.poll(() => said.join(''), WAIT).toContain('trial is up again.')
  await stop()

  expect(said.join('').match(/The port is taken\./g)).toHaveLength(1)
})

test('says what a program said last, in its words, when it does not start', async () => {
  const {options} = await setUp(broken)

  await expect(startProgram({...options, signal: never()})).rejects.toThrow(
    'trial did not start: No disk.',
  )
})

test('ends a program that is not ready when the start is given up', async () => {
  const {options} = await setUp(idle)
  const start = startProgram({
    ...options,
    readyWhen: /not said/,
    signal: AbortSignal.timeout(1500),
  })

  await expect(start).rejects.toThrow('trial did not start (killed)')
})
