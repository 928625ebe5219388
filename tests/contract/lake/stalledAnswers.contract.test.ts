import {mkdtemp, rm} from 'node:fs/promises'
import {connect} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {parseSettings} from '../../../scripts/lake/settings.ts'
import {startLake} from '../../../scripts/lake/startLake.ts'
import {silentLog} from '../../silentLog.ts'
import {expect, lakeServer, test as base} from './test.ts'

/** A lake that looks often at answers that nobody reads, with 30 MB in it. */
// oxlint-disable-next-line no-empty-pattern -- Vitest reads what a fixture needs from this pattern
const test = base.extend('full', {scope: 'file'}, async ({}, {onCleanup}) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-test-'))
  const settings = parseSettings({LAKE_PORT: '0', DATA_DIR: dataDir})
  const lake = await startLake(settings, silentLog, {stallCheckMs: 200})
  onCleanup(async () => {
    await lake.close()
    await rm(dataDir, {recursive: true})
  })
  const server = lakeServer(lake.port, dataDir)
  const client = await server.client('production')
  const text = 'x'.repeat(5_000_000)
  for (let n = 0; n < 6; n += 1) {
    const create = {_id: `d${n}`, _type: 'meeting', text}
    await client.mutate([{create}], {returnDocuments: false})
  }
  return server
})

/** Asks for something and reads nothing of the answer but its beginning. */
async function askAndStall(port: number, path: string) {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined) // it is going to be reset
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
  const begun = await new Promise<string>((resolve) => {
    socket.once('data', (chunk) => {
      socket.pause()
      resolve(chunk.toString('latin1'))
    })
  })
  expect(begun).toMatch(/^HTTP\/1.1 200 /)
  return socket
}

const ids = Array.from({length: 6}, (_, n) => `d${n}`).join()

test.for([
  ['a query', '/v1/data/query/production?query=*[_id<"d2"].text'],
  ['documents', `/v1/data/doc/production/${ids}`],
  ['an export', '/v1/data/export/production'],
] as const)('hangs up on who stops reading the answer to %s', async ([, path], {full}) => {
  const socket = await askAndStall(full.port, path)

  // Whoever writes to a connection that is gone hears of it, without reading.
  await expect
    .poll(
      () => {
        if (!socket.destroyed) socket.write('\r\n')
        return socket.destroyed
      },
      {timeout: 30_000},
    )
    .toBe(true)
  expect(socket.bytesRead).toBeLessThan(9_000_000)
})
