import {mkdtemp, rm} from 'node:fs/promises'
import type {IncomingMessage} from 'node:http'
import {createServer} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {onTestFinished} from 'vitest'

import type {LakeServer} from '../lake/test.ts'
import {freePorts} from '../../freePorts.ts'
import {runBuilder} from './runBuilder.ts'
import {expect, test, trialDocuments, write} from './test.ts'

/**
 * Stands before a lake and, once `hold()` was called, answers queries as they were answered before, as a search index does
 * that is a moment behind. Documents that are asked for by their ids are always as they are.
 */
async function lateIndex(lake: LakeServer) {
  const [port = 0] = await freePorts(1)
  const answers = new Map<string, Buffer>()
  let isHeld = false
  const server = createServer((request, response) => {
    void answer(request).then((bytes) => {
      response.setHeader('content-type', 'application/json')
      response.end(bytes)
    })
  })
  async function answer(request: IncomingMessage) {
    const {method = 'GET', url = ''} = request
    const isQuery = url.includes('/data/query/')
    const held = answers.get(url)
    if (isHeld && isQuery && held !== undefined) return held
    const {authorization = ''} = request.headers
    const response = await fetch(lake.url + url, {method, headers: {authorization}})
    const bytes = Buffer.from(await response.arrayBuffer()) // pictures too
    answers.set(url, bytes)
    return bytes
  }
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void server.closeAllConnections())
  onTestFinished(() => void server.close())
  return {
    url: `http://127.0.0.1:${port}`,
    hold() {
      isHeld = true
    },
  }
}

async function temporaryDirectory() {
  const directory = await mkdtemp(join(tmpdir(), 'late-'))
  onTestFinished(() => rm(directory, {recursive: true}))
  return directory
}

const title = (value: string) => ({
  title: [{_key: 'fr', _type: 'internationalizedArrayStringValue', language: 'fr', value}],
})

test('is at what webhooks spoke of when everything is compared, however late the index is', async ({
  lake,
}) => {
  const client = await lake.client('late')
  await write(client, await trialDocuments(client))
  const index = await lateIndex(lake)
  const {build, buildAll} = await runBuilder(index.url, 'late', await temporaryDirectory())
  await buildAll()
  index.hold()
  const {_rev} = await client.patch('florence').set(title('Florence, plus tard')).commit()
  const created = await client.create({_id: 'later', _type: 'policy', ...title('Plus tard')})
  await client.delete('bare-policy')

  const at = new Date().toISOString()
  const named = [
    {id: 'florence', revision: _rev, at},
    {id: 'later', revision: created._rev, at},
    {id: 'bare-policy', revision: null, at},
  ]
  const built = await build(named, {scope: 'everything'})
  const again = await buildAll()

  const clean = await runBuilder(lake.url, 'late', await temporaryDirectory())
  expect(built).toMatchObject({type: 'built'})
  expect(await clean.buildAll()).toHaveProperty('release', Reflect.get(built, 'release'))
  expect(again).toMatchObject({release: Reflect.get(built, 'release'), documents: []})
})

test('takes a backend that was put back to an older state as it is, once everything is compared', async ({
  lake,
}) => {
  const client = await lake.client('put-back')
  await write(client, await trialDocuments(client))
  const {build, buildAll} = await runBuilder(lake.url, 'put-back', await temporaryDirectory())
  const first = await buildAll()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const named = [{id: 'florence', revision: 'of-a-state-that-is-no-more', at: tomorrow}]

  expect(await build(named)).toMatchObject({
    type: 'refused',
    refusal: {step: 'snapshot', message: expect.stringContaining('an older state of florence')},
  })
  expect(await build(named, {scope: 'everything'})).toMatchObject({
    type: 'built',
    release: Reflect.get(first, 'release'),
  })
})
