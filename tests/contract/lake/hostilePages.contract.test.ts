import {connect} from 'node:net'
import {WebSocket} from 'ws'

import {expect, test, type LakeServer} from './test.ts'

/** What any page may send without being asked: the lake goes on, and answers others. */
const answers = async ({url}: LakeServer) => (await fetch(`${url}/v1/ping`)).status

/** Opens a connection, writes, and ends it as `end` says. */
function say({port}: LakeServer, text: string, end: 'reset' | 'answer') {
  return new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(text, () => end === 'reset' && socket.resetAndDestroy())
    })
    let heard = ''
    socket.on('data', (chunk) => (heard += chunk.toString()))
    socket.on('close', () => resolve(heard))
    socket.on('error', (error) => (end === 'reset' ? resolve('') : reject(error)))
  })
}

const upgrade = (path: string, headers: Record<string, string>) =>
  [
    `GET ${path} HTTP/1.1`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n')

/** Lists within lists, as JSON. */
const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

async function open(server: LakeServer, path: string) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return socket
}

const next = (socket: WebSocket) =>
  new Promise<unknown>((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))))
    socket.once('close', (code) => resolve(`closed with ${code}`))
  })

test('refuses upgrades at addresses that are none', async ({server}) => {
  const host = `127.0.0.1:${server.port}`
  for (const path of ['//', '///x', 'http://', '*', 'http://[']) {
    expect(await say(server, upgrade(path, {host}), 'answer'), path).toMatch(/^HTTP\/1\.1 4\d\d /)
  }
  expect(await answers(server)).toBe(200)
})

test('outlives pages that are refused and gone before they hear of it', async ({server}) => {
  const host = `127.0.0.1:${server.port}`
  const evil = upgrade('/v1/listen-socket', {host, origin: 'http://evil.test'})
  await Promise.all(Array.from({length: 50}, () => say(server, evil, 'reset')))

  expect(await answers(server)).toBe(200)
})

test('answers a listener at an address that is none with what is wrong', async ({server}) => {
  const socket = await open(server, '/v1/listen-socket')
  socket.send(JSON.stringify({op: 'subscribe', id: 1, url: '//'}))

  expect(await next(socket)).toMatchObject({id: 1, type: 'channelError'})
  socket.terminate()
})

test('gives a connection as many listeners as a tab needs, and no more', async ({
  server,
  dataset,
}) => {
  const socket = await open(server, '/v1/listen-socket')
  const url = `/v2025-02-19/data/listen/${dataset}?query=*`
  const told: {id: number; type: string}[] = []
  socket.on('message', (data) => told.push(JSON.parse(String(data))))
  for (let id = 0; id <= 100; id += 1) socket.send(JSON.stringify({op: 'subscribe', id, url}))

  await expect.poll(() => told.length).toBe(101)
  expect(told.filter(({type}) => type === 'channelError')).toMatchObject([{id: 100}])
  socket.terminate()
})

test('hangs up on presence that is nested without end, and on subscriptions without end', async ({
  server,
  dataset,
}) => {
  const path = `/v2022-06-30/socket/${dataset}`
  const [deep, greedy] = [await open(server, path), await open(server, path)]
  deep.send(
    `{"id": 1, "method": "presence_announce", "params": {"data": {"sessionId": "a", "x": ${nested(20_000)}}}}`,
  )
  expect(await next(deep)).toBe('closed with 1007')

  for (let id = 1; id < 21; id += 1) {
    greedy.send(JSON.stringify({id, method: 'presence_subscribe'}))
    expect(await next(greedy)).toMatchObject({id, result: expect.any(String)})
  }
  greedy.send(JSON.stringify({id: 21, method: 'presence_subscribe'}))
  expect(await next(greedy)).toMatchObject({id: 21, error: {code: 429}})
  greedy.terminate()
})

test('answers 400 to parameters and settings that are nested without end', async ({
  server,
  dataset,
}) => {
  const post = (path: string, body: string, method = 'POST') =>
    fetch(`${server.url}${path}`, {
      method,
      headers: {'content-type': 'application/json'},
      body,
    }).then(({status}) => status)
  const query = `/v2025-02-19/data/query/${dataset}`

  expect((await fetch(`${server.url}${query}?query=$a&$a=${nested(4000)}`)).status).toBe(400)
  expect(await post(query, `{"query": "$a", "params": {"a": ${nested(70)}}}`)).toBe(400)
  expect(await post(query, `{"query": "$a", "params": {"a": ${nested(100_000)}}}`)).toBe(400)
  expect(await post(query, `{"query": "$a", "params": {"a": ${nested(60)}}}`)).toBe(200)
  const settings = `[{"key": "k", "value": ${nested(100_000)}}]`
  expect(await post('/v1/users/me/keyvalue', settings, 'PUT')).toBe(400)
  expect(await answers(server)).toBe(200)
})

test('lets a query that needs all memory cost its asker alone', async ({server, lake}) => {
  await lake.create({_id: 'spring', _type: 'meeting'})
  const doubled = (depth: number): string =>
    depth === 0 ? '$a' : `(${doubled(depth - 1)} + ${doubled(depth - 1)})`
  const hungry = `{"a": string::split(${doubled(10)}, "")}.a[]{"b": string::split(${doubled(10)}, "")}`
  const asked = lake.fetch(hungry, {a: 'x'.repeat(8000)}).catch((error: Error) => error.message)

  for (let n = 0; n < 5; n += 1) {
    expect(await lake.fetch('*[_id == "spring"][0]._id')).toBe('spring')
    expect(await answers(server)).toBe(200)
  }
  expect(await asked).toMatch(/needed more than|too long|longer than/)
  expect(await lake.fetch('*[_id == "spring"][0]._id')).toBe('spring')
})
