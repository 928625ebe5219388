import {request as httpRequest} from 'node:http'
import {WebSocket} from 'ws'

import {expect, test, type LakeServer} from './test.ts'

const LISTED = ['http://localhost:3333', 'http://127.0.0.1:4321', 'http://localhost:4322']
const UNLISTED = [
  'null',
  'http://localhost:3334',
  'https://localhost:3333',
  'http://localhost:3333.evil.test',
  'http://evil.test',
  'http://localhost',
  'http://sub.localhost:3333',
  'HTTP://LOCALHOST:3333',
]

interface Sent {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

/** Sends any header, which `fetch` does not. */
function send({port}: LakeServer, {method = 'GET', path, headers = {}, body}: Sent) {
  return new Promise<{status: number; headers: NodeJS.Dict<string | string[]>}>(
    (resolve, reject) => {
      const request = httpRequest({port, host: '127.0.0.1', method, path, headers}, (response) => {
        resolve({status: response.statusCode ?? 0, headers: response.headers})
        response.destroy()
      })
      request.on('error', reject)
      request.end(body)
    },
  )
}

const write = (dataset: string, origin: string): Sent => ({
  method: 'POST',
  path: `/v1/data/mutate/${dataset}`,
  headers: {origin, 'content-type': 'application/json'},
  body: '{"mutations": [{"create": {"_id": "a", "_type": "meeting"}}]}',
})

const paths = (dataset: string) => [
  '/v1/users/me',
  `/v1/data/listen/${dataset}?query=*`,
  `/v1/data/live/events/${dataset}`,
  '/v1/nothing',
]

test('lets pages of listed origins read, with exactly their origin in the answer', async ({
  server,
  dataset,
}) => {
  for (const origin of LISTED) {
    for (const path of paths(dataset)) {
      const {headers} = await send(server, {path, headers: {origin}})
      expect(headers, `${origin} ${path}`).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-allow-credentials': 'true',
        vary: expect.stringContaining('Origin'),
      })
    }
  }
})

test('gives no page of another origin anything to read', async ({server, dataset}) => {
  for (const origin of UNLISTED) {
    for (const path of paths(dataset)) {
      const {status, headers} = await send(server, {path, headers: {origin}})
      expect(status, `${origin} ${path}`).toBe(403)
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['vary']).toContain('Origin')
    }
  }
})

/** What a browser says of a request, by who makes it. */
const CALLERS: Record<string, {headers: Record<string, string>; isOurs: boolean}> = {
  'a program': {headers: {}, isOurs: true},
  'the address bar': {headers: {'sec-fetch-site': 'none'}, isOurs: true},
  'a page of the Studio': {
    headers: {'sec-fetch-site': 'same-site', origin: 'http://localhost:3333'},
    isOurs: true,
  },
  'a picture in the Studio': {
    headers: {'sec-fetch-site': 'same-site', referer: 'http://localhost:3333/'},
    isOurs: true,
  },
  'a picture in the Studio under its other name': {
    headers: {'sec-fetch-site': 'cross-site', referer: 'http://127.0.0.1:3333/'},
    isOurs: true,
  },
  'a picture on another site': {
    headers: {'sec-fetch-site': 'cross-site', referer: 'http://evil.test/'},
    isOurs: false,
  },
  'a picture that hides where it is': {headers: {'sec-fetch-site': 'cross-site'}, isOurs: false},
  'a picture on another port': {
    headers: {'sec-fetch-site': 'same-site', referer: 'http://localhost:8000/'},
    isOurs: false,
  },
  'a form on another site': {
    headers: {'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', origin: 'null'},
    isOurs: false,
  },
  'a link on another site': {
    headers: {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    },
    isOurs: false,
  },
}

for (const [who, {headers, isOurs}] of Object.entries(CALLERS)) {
  test(`${isOurs ? 'answers' : 'refuses'} ${who}, whatever is asked`, async ({server, dataset}) => {
    const all = [...paths(dataset), '/images/local/production/none-1x1.png', '//']
    for (const path of all) {
      for (const method of ['GET', 'HEAD', 'POST']) {
        const {status} = await send(server, {method, path, headers})
        if (isOurs) expect(status, `${method} ${path}`).not.toBe(403)
        else expect(status, `${method} ${path}`).toBe(403)
      }
    }
  })
}

test('gives every answer the same security headers', async ({server, dataset}) => {
  for (const path of [...paths(dataset), `/v1/data/export/${dataset}`, '//']) {
    const {headers} = await send(server, {path})
    expect(headers, path).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'strict-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
  }
})

test('answers preflights of listed origins, and refuses the others', async ({server, dataset}) => {
  const preflight = (origin: string) =>
    send(server, {
      method: 'OPTIONS',
      path: `/v1/data/mutate/${dataset}`,
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,x-sanity-project-id',
      },
    })
  for (const origin of LISTED) {
    const {status, headers} = await preflight(origin)
    expect(status).toBe(204)
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'content-type,x-sanity-project-id',
      'access-control-allow-methods': expect.stringContaining('POST'),
    })
  }
  for (const origin of UNLISTED) {
    const {status, headers} = await preflight(origin)
    expect(status).toBe(403)
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

test('writes nothing for a page of another origin', async ({server, lake, dataset}) => {
  for (const origin of UNLISTED) {
    expect((await send(server, write(dataset, origin))).status, origin).toBe(403)
  }
  expect(await lake.fetch('count(*)')).toBe(0)
  expect((await send(server, write(dataset, 'http://localhost:3333'))).status).toBe(200)
})

test('answers to its own names only', async ({server}) => {
  const {port} = server
  const status = async (host: string) =>
    (await send(server, {path: '/v1/ping', headers: {host}})).status

  for (const host of [
    `localhost:${port}`,
    `127.0.0.1:${port}`,
    `[::1]:${port}`,
    `local.localhost:${port}`,
  ]) {
    expect(await status(host), host).toBe(200)
  }
  for (const host of [
    'evil.test',
    `evil.test:${port}`,
    'localhost',
    `localhost:${port + 1}`,
    `other.localhost:${port}`,
  ]) {
    expect(await status(host), host).toBe(421)
  }
})

test('opens sockets to itself, for listed origins and callers without one', async ({
  server,
  dataset,
}) => {
  const open = (path: string, headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {headers})
      socket.once('open', () => {
        socket.terminate()
        resolve(101)
      })
      socket.once('unexpected-response', (_request, response) => {
        response.destroy()
        resolve(response.statusCode ?? 0)
      })
      socket.once('error', () => {})
    })

  for (const path of ['/v1/listen-socket', `/v2022-06-30/socket/${dataset}`]) {
    expect(await open(path, {})).toBe(101)
    expect(await open(path, {origin: 'http://localhost:3333'})).toBe(101)
    expect(await open(path, {origin: 'http://evil.test'})).toBe(403)
    expect(await open(path, {host: 'evil.test'})).toBe(421)
    expect(await open(path, {authorization: 'Bearer nobody'})).toBe(401)
  }
  expect(await open('/v1/nothing', {})).toBe(404)
  expect(await open('/v1/socket/nowhere', {})).toBe(404)
})
