import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {expect, onTestFinished, test, vi} from 'vitest'

import {startProgram} from '../../../scripts/launcher/program.ts'
import {freePorts} from '../../freePorts.ts'

const WAIT = {timeout: 60_000}

/** Counts its starts in `starts`, then does what a test says, and ends with its launcher. */
const program = (does: string) => [
  '-e',
  `const {appendFileSync, existsSync, readFileSync} = require('fs')
   const {createServer} = require('http')
   appendFileSync('starts', '.')
   const starts = readFileSync('starts').length
   process.on('disconnect', () => process.exit(0))
   ${does}`,
]

/** Answers how it is; the first one is deaf once there is a file called \`hang\`. */
const server = program(`
  createServer((request, response) => {
    if (starts === 1 && existsSync('hang')) for (;;);
    const problem = existsSync('problem') ? readFileSync('problem', 'utf8') : null
    response.end(JSON.stringify({status: problem ? 'failing' : 'ok', problem}))
  }).listen(process.env.PORT, '127.0.0.1', () => console.log('ready'))`)

async function setUp(args: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'coworkmed-health-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  const [port = 0] = await freePorts(1)
  const said: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
  onTestFinished(() => void vi.restoreAllMocks())
  return {
    start: () =>
      startProgram({
        name: 'trial',
        args,
        cwd: folder,
        environment: {...process.env, PORT: String(port)},
        dataDirectory: folder,
        readyWhen: /ready/,
        healthUrl: `http://127.0.0.1:${port}/`,
        watchTimes: {askEvery: 100, patience: 3000, hungAfter: 6000},
        signal: new AbortController().signal,
      }),
    said: () => said.join(''),
    starts: async () => (await readFile(join(folder, 'starts'), 'utf8')).length,
    file: (name: string) => join(folder, name),
  }
}

const times = (text: string, part: string) => text.split(part).length - 1

test('ends a program that is alive and answers nothing, and starts it again', async () => {
  const {start, said, starts, file} = await setUp(server)
  const {stop} = await start()
  await writeFile(file('hang'), '')

  await expect.poll(said, WAIT).toContain('trial is up again.')
  await stop()

  expect(said()).toContain('trial had answered nothing for 6 s, and was ended.')
  expect(await starts()).toBe(2)
})

test('says once what a program says is wrong with it, and when it is well again', async () => {
  const {start, said, starts, file} = await setUp(server)
  const {stop} = await start()

  await writeFile(file('problem'), 'The pages cannot be made: no disk.')
  await expect.poll(said, WAIT).toContain('no disk.')
  await rm(file('problem'))
  await expect.poll(said, WAIT).toContain('trial is well again.')
  await stop()

  expect(times(said(), 'The pages cannot be made: no disk.')).toBe(1)
  expect(await starts()).toBe(1)
})

test('says the first line of an error, once, of a program that ends again and again', async () => {
  const {start, said, starts} = await setUp(
    program("console.log('ready'); setTimeout(() => { throw new Error('It broke.\\nHere.') }, 50)"),
  )
  const {stop} = await start()

  await expect.poll(starts, WAIT).toBeGreaterThanOrEqual(3)
  await stop()

  expect(times(said(), 'trial ended by itself: It broke.')).toBe(1)
  expect(times(said(), 'is up again')).toBe(1)
  expect(said()).not.toMatch(/Here\.|    at /)
})

test('hears as data why a program ends, and passes it on', async () => {
  const {start} = await setUp(
    program(`
      const fault = {kind: 'portTaken', message: 'Port 1 is taken', cause: 'EADDRINUSE', document: null, todo: 'Choose another.'}
      console.error('Error: something else')
      process.send({type: 'failed', fault}, () => process.exit(1))`),
  )

  await expect(start()).rejects.toMatchObject({
    message: 'trial did not start: Port 1 is taken',
    fault: {kind: 'portTaken', cause: 'EADDRINUSE', todo: 'Choose another.'},
  })
})
