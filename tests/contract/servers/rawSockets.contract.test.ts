import {connect} from 'node:net'
import {setTimeout as sleep} from 'node:timers/promises'

import fc from 'fast-check'
import {expect, onTestFinished, test} from 'vitest'

import {runs, seed} from '../../longTests.ts'
import {everyServer} from './everyServer.ts'

const method = fc.constantFrom(
  'GET',
  'POST',
  'HEAD',
  'OPTIONS',
  'PUT',
  'CONNECT',
  'TRACE',
  'get',
  '',
)
const target = fc.oneof(
  fc.constantFrom(
    '/',
    '//',
    '///',
    '/v1/listen-socket',
    '/v2022-06-30/socket/production',
    '/v2025-02-19/data/listen/production?query=*',
    '/v1/data/query/production?query=*&query=*',
    '/v1/data/mutate/production',
    '/images/local/production/x.png?w=1&w=2',
    '/webhook',
    '/events',
    '/publisher/events',
    '/%',
    '/%00/%2e%2e/%c0%ae',
    '/..//../',
    '*',
    '',
    'http://evil.test/',
    'http://',
    'http://[',
    'file:///etc/passwd',
  ),
  fc.string({unit: 'binary', maxLength: 40}),
)
const header = fc.oneof(
  fc.constantFrom(
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Upgrade: websocket',
    'Upgrade: h2c\r\nConnection: Upgrade',
    'Origin: http://evil.test',
    'Sec-Fetch-Site: cross-site',
    'Content-Length: -1',
    'Content-Length: 99999999999999999999',
    'Content-Length: 10\r\nContent-Length: 11',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\n\r\nffffffffffff\r\n',
    'Expect: 100-continue',
    'Authorization: Bearer \u0001',
    'Accept-Language: ,,;q=x',
    'If-None-Match: "',
    'Range: bytes=5-1,-',
    'Last-Event-ID: 1.1.1',
    'Content-Type: application/json\r\nContent-Length: 5\r\n\r\n{"a":',
  ),
  fc.string({unit: 'binary', maxLength: 30}),
)

const request = fc.record({
  method,
  target,
  host: fc.boolean(),
  headers: fc.array(header, {maxLength: 3}),
  version: fc.constantFrom('HTTP/1.1', 'HTTP/1.0', 'HTTP/9.9', ''),
  /** How much of it is sent. */
  share: fc.constantFrom(0, 0.3, 0.9, 1, 1),
  ending: fc.constantFrom('reset', 'close', 'half', 'stay'),
})
type Asked = typeof request extends fc.Arbitrary<infer One> ? One : never

/** Sends it, or a part, and ends the connection in one way or another, whatever comes back. */
async function send(port: number, asked: Asked) {
  const {method: verb, target: path, headers, version, share, ending} = asked
  const host = asked.host ? [`Host: 127.0.0.1:${port}`] : []
  const whole = Buffer.from(
    `${[`${verb} ${path} ${version}`, ...host, ...headers].join('\r\n')}\r\n\r\n`,
  )
  const socket = connect({port, host: '127.0.0.1', allowHalfOpen: true})
  socket.on('error', () => undefined)
  socket.write(whole.subarray(0, Math.round(whole.length * share)))
  if (ending !== 'stay') socket.resume()
  await sleep(5)
  if (ending === 'reset') socket.resetAndDestroy()
  else if (ending === 'half') socket.end()
  await sleep(5)
  socket.destroy()
}

test(
  'whatever comes over a socket, every server goes on answering',
  {timeout: 900_000},
  async () => {
    const servers = await everyServer(onTestFinished)
    await fc.assert(
      fc.asyncProperty(fc.array(request, {minLength: 1, maxLength: 10}), async (asked) => {
        await Promise.all(servers.flatMap(({port}) => asked.map((one) => send(port, one))))
        for (const {name, port} of servers) {
          const {status} = await fetch(`http://127.0.0.1:${port}/healthz`)
          expect(status, name).toBe(200)
        }
      }),
      {numRuns: runs(60, 2000), ...seed},
    )
  },
)
