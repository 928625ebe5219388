import {join} from 'node:path'

import ts from 'typescript'
import {expect, test} from 'vitest'

import {unheardErrors} from './unheardErrors.ts'

const root = join(import.meta.dirname, '..', '..', '..')
const SLOW_MS = 180_000

function configOf(project: string) {
  const host = {...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined}
  const config = ts.getParsedCommandLineOfConfigFile(join(root, project, 'tsconfig.json'), {}, host)
  if (!config) throw new Error(`${project} has no tsconfig.json that can be read.`)
  return config
}

const isOurs = (file: string) => /^(?:scripts|site)\//.test(file) && !file.includes('node_modules/')

/** A program of one file that is not there, among those of the scripts. */
function unheardIn(text: string) {
  const {options} = configOf('scripts')
  const name = join(root, 'scripts', 'lake', 'control.ts')
  const host = ts.createCompilerHost(options)
  const {getSourceFile, fileExists} = host
  host.fileExists = (file) => file === name || fileExists.call(host, file)
  host.getSourceFile = (file, ...rest) =>
    file === name
      ? ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true)
      : getSourceFile.call(host, file, ...rest)
  const program = ts.createProgram([name], options, host)
  return unheardErrors(program, root, (file) => file === 'scripts/lake/control.ts')
}

test(
  'every server, socket, stream, worker and child has a listener for errors',
  {timeout: SLOW_MS},
  () => {
    const {fileNames, options} = configOf('scripts')
    const program = ts.createProgram([...fileNames, ...configOf('site').fileNames], options)
    expect(unheardErrors(program, root, isOurs)).toEqual([])
  },
)

test('finds those that have none', {timeout: SLOW_MS}, () => {
  const text = `
    import {fork, spawn} from 'node:child_process'
    import {createReadStream, createWriteStream} from 'node:fs'
    import {createServer, request} from 'node:http'
    import {connect} from 'node:net'
    import {Worker} from 'node:worker_threads'
    import {WebSocketServer} from 'ws'

    export const made = () => createReadStream('a')
    const child = spawn('a')
    child.on('exit', () => undefined)
    const listened = fork('a').on('exit', () => undefined)
    const onlyFirst = connect(1)
    onlyFirst.once('error', () => undefined)
    const server = createServer()
    server.on('upgrade', (asked, socket) => socket.end('no'))
    const shadowed = {listened, worker: new Worker('a')}
    createWriteStream('b').end(shadowed)
    request('http://a').end()
    new WebSocketServer({noServer: true}).on('connection', (visitor) => visitor.send('a'))
  `

  expect(unheardIn(text).map((place) => place.replace(/^\S+ /, ''))).toEqual([
    `createReadStream('a')`,
    `spawn('a')`,
    `fork('a')`,
    `connect(1)`,
    `createServer()`,
    `socket`,
    `new Worker('a')`,
    `createWriteStream('b')`,
    `request('http://a')`,
    `new WebSocketServer({noServer: true})`,
    `visitor`,
  ])
})

test('passes those that have one', {timeout: SLOW_MS}, () => {
  const text = `
    import {spawn} from 'node:child_process'
    import {createHash} from 'node:crypto'
    import {createReadStream} from 'node:fs'
    import {createServer} from 'node:http'
    import type {Duplex} from 'node:stream'
    import {pipeline} from 'node:stream/promises'
    import {Worker} from 'node:worker_threads'

    createHash('sha256').update('a')
    spawn('a').on('exit', () => undefined).once('error', () => undefined)
    let worker: Worker | undefined
    worker = new Worker('a')
    worker.once('error', () => undefined)
    const server = createServer().on('error', () => undefined)
    server.on('upgrade', (request, socket) => hear(socket))
    function hear(stream: Duplex) {
      stream.on('error', () => stream.destroy())
    }
    export const copied = pipeline(createReadStream('a'), async () => undefined)
  `

  expect(unheardIn(text)).toEqual([])
})
