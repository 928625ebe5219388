// Longer than most: what a lake keeps when its process ends, in each way in which one may, over one way to start it.
import {createClient, type SanityClient} from '@sanity/client'
import {execFile, spawn, type ChildProcess} from 'node:child_process'
import {mkdtemp, rm, writeFile, mkdir} from 'node:fs/promises'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {DatabaseSync} from 'node:sqlite'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, onTestFinished, test} from 'vitest'

const MAIN = fileURLToPath(new URL('../../../scripts/lake/main.ts', import.meta.url))

interface LogLine {
  msg: string
  port?: number
}

/** The lake as a process of its own, over a folder. */
async function startProcess(dataDir: string, environment: Record<string, string> = {}) {
  const lake = spawn(process.execPath, [MAIN], {
    env: {PATH: process.env['PATH'], DATA_DIR: dataDir, LAKE_PORT: '0', ...environment},
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = exitOf(lake)
  onTestFinished(async () => {
    lake.kill('SIGKILL')
    await exited
  })
  const lines: LogLine[] = []
  const reader = createInterface({input: lake.stdout})
  const port = await new Promise<number | undefined>((resolve) => {
    reader.on('line', (line) => {
      const entry: LogLine = JSON.parse(line)
      lines.push(entry)
      if (entry.msg === 'listening') resolve(entry.port)
    })
    reader.on('close', () => resolve(undefined))
  })
  const client = createClient({
    projectId: 'local',
    dataset: 'production',
    apiHost: `http://127.0.0.1:${port}`,
    apiVersion: '2025-02-19',
    useProjectHostname: false,
    useCdn: false,
    perspective: 'raw',
    maxRetries: 0,
  })
  return {lake, exited, client, lines}
}

const exitOf = (lake: ChildProcess) =>
  new Promise<{code: number | null; signal: string | null}>((resolve) => {
    lake.once('exit', (code, signal) => resolve({code, signal}))
  })

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lake-durability-'))
  onTestFinished(() => rm(folder, {recursive: true}))
  return folder
}

/** Writes one document after another until the lake is gone; returns the ids it acknowledged. */
async function writeUntilGone(client: SanityClient, name: string, onWritten = () => {}) {
  const acknowledged: string[] = []
  for (let n = 0; ; n += 1) {
    const _id = `${name}-${n}`
    const written = await client.create({_id, _type: 'meeting', n}).then(
      () => true,
      () => false,
    )
    if (!written) return acknowledged
    acknowledged.push(_id)
    onWritten()
  }
}

test('has every acknowledged write after it was killed', async () => {
  const folder = await temporaryFolder()
  const acknowledged: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const {lake, exited, client} = await startProcess(folder)
    const ids: string[] = await client.fetch('*[_type == "meeting"]._id')
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([])

    let writes = 0
    const onWritten = () => {
      writes += 1
      if (writes === 5 + round * 4) setTimeout(() => lake.kill('SIGKILL'), Math.random() * 10)
    }
    const names = ['a', 'b', 'c'].map((name) => `${name}${round}`)
    const writers = names.map((name) => writeUntilGone(client, name, onWritten))
    await exited
    for (const written of await Promise.all(writers)) acknowledged.push(...written)
  }
  expect(acknowledged.length).toBeGreaterThan(20)

  const {client} = await startProcess(folder)
  const documents: {_id: string; _rev: string}[] = await client.fetch('*[_type == "meeting"]')
  expect(acknowledged.filter((id) => !documents.some(({_id}) => _id === id))).toEqual([])
  for (const {_id, _rev} of documents) {
    const {documents: revisions} = await client.request({
      url: `/data/history/production/documents/${_id}?revision=${_rev}`,
    })
    expect(revisions).toMatchObject([{_id, _rev}])
  }
})

test('publishes what is scheduled once each, whenever it is killed', async () => {
  const folder = await temporaryFolder()
  const first = await startProcess(folder)
  const names = Array.from({length: 40}, (_, place) => `meeting-${place}`)
  const start = Date.now() + 800
  for (const [place, name] of names.entries()) {
    const publishAt = new Date(start + place * 50).toISOString()
    await first.client.create({_id: `drafts.${name}`, _type: 'meeting', publishAt})
  }
  first.lake.kill('SIGKILL')
  await first.exited
  for (let round = 0; round < 4; round += 1) {
    const {lake, exited} = await startProcess(folder)
    setTimeout(() => lake.kill('SIGKILL'), 150 + round * 130)
    await exited
  }

  const {client} = await startProcess(folder)
  await expect
    .poll(() => client.fetch<string[]>('*[_type == "meeting"]._id'), {timeout: 10_000})
    .toEqual(names.toSorted())
  for (const name of names) {
    const log: string = await client.request({
      url: `/data/history/production/transactions/${name}?excludeContent=true`,
    })
    expect(
      log
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).author),
    ).toEqual(['scheduled-publishing'])
  }
})

test('finishes what it is writing when it is asked to stop', async () => {
  const folder = await temporaryFolder()
  const {lake, exited, client} = await startProcess(folder)
  const writing = writeUntilGone(client, 'a')
  setTimeout(() => {
    lake.kill('SIGINT')
    lake.kill('SIGTERM')
  }, 200)

  expect(await exited).toEqual({code: 0, signal: null})
  const again = await startProcess(folder)
  const ids: string[] = await again.client.fetch('*[_type == "meeting"]._id')
  expect(ids.toSorted()).toEqual((await writing).toSorted())
})

test('lets its listeners go when it stops, in the middle of telling them', async () => {
  const {lake, exited, client} = await startProcess(await temporaryFolder())
  for (let n = 0; n < 8; n += 1) {
    await new Promise<void>((resolve) => {
      const events = ['welcome', 'mutation', 'reconnect'] as const
      const subscription = client.listen('*[n > $n]', {n}, {events: [...events]}).subscribe({
        next({type}) {
          if (type === 'welcome') resolve()
          if (type === 'reconnect') subscription.unsubscribe()
        },
        error: () => {},
      })
    })
  }
  const writing = Promise.all(['a', 'b', 'c', 'd'].map((name) => writeUntilGone(client, name)))
  setTimeout(() => lake.kill('SIGTERM'), 200)

  expect(await exited).toEqual({code: 0, signal: null})
  await writing
})

test('refuses to listen beyond this machine, and says why', async () => {
  const {exited, lines} = await startProcess(await temporaryFolder(), {HOST: '0.0.0.0'})

  expect(await exited).toMatchObject({code: 1})
  expect(lines).toMatchObject([{msg: expect.stringContaining('no logins yet')}])
})

test('says which port is taken', async () => {
  const taken = createServer()
  onTestFinished(() => void taken.close())
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      if (address && typeof address === 'object') resolve(address.port)
    })
  })
  const {exited, lines} = await startProcess(await temporaryFolder(), {LAKE_PORT: `${port}`})

  expect(await exited).toMatchObject({code: 1})
  expect(lines).toMatchObject([{msg: expect.stringContaining(`Port ${port}`)}])
})

test('leaves a folder to the lake that has it', async () => {
  const folder = await temporaryFolder()
  await startProcess(folder)
  const second = await startProcess(folder)

  expect(await second.exited).toMatchObject({code: 1})
  expect(second.lines).toMatchObject([{msg: expect.stringContaining('Another lake is using')}])
})

test('does not start over what is left of a damaged database', async () => {
  for (const remains of ['', 'not a database, but long enough to look like one'.repeat(100)]) {
    const folder = await temporaryFolder()
    const file = join(folder, 'lake', 'lake.db')
    await mkdir(join(folder, 'lake'))
    await writeFile(file, remains)
    const {exited, lines} = await startProcess(folder)

    expect(await exited).toMatchObject({code: 1})
    expect(lines).toMatchObject([{msg: expect.stringContaining('from a backup')}])
  }
})

test('keeps a database that SQLite finds nothing wrong with', async () => {
  const folder = await temporaryFolder()
  const {lake, exited, client} = await startProcess(folder)
  await Promise.all(['a', 'b'].map((_id) => client.create({_id, _type: 'meeting'})))
  lake.kill('SIGKILL')
  await exited

  const database = new DatabaseSync(join(folder, 'lake', 'lake.db'))
  onTestFinished(() => database.close())
  expect(database.prepare('PRAGMA integrity_check').get()).toEqual({integrity_check: 'ok'})
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({journal_mode: 'wal'})
})

test('leaves no process behind when it is killed, not even one that evaluates a query', async () => {
  const {lake, exited, client} = await startProcess(await temporaryFolder())
  const documents = Array.from({length: 300}, (_, n) => ({_id: `d${n}`, _type: 'meeting', n}))
  await client.mutate(documents.map((create) => ({create})))
  const endless = 'count(*[count(*[count(*[count(*[n > ^.n]) > 5]) > 5]) > 5])'
  const asked = client.fetch(endless).catch((error: Error) => error)
  expect(await client.fetch('*[_id == "d1"][0].n')).toBe(1)
  const children = await childrenOf(lake)
  expect(children.length).toBeGreaterThan(2)

  lake.kill('SIGKILL')
  await exited
  expect(await asked).toBeInstanceOf(Error)
  await expect.poll(() => children.filter(isRunning), {timeout: 30_000}).toEqual([])
})

async function childrenOf({pid}: ChildProcess) {
  const {stdout} = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid='])
  const processes = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return processes.filter(([, parent]) => parent === pid).flatMap(([child]) => child ?? [])
}

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
