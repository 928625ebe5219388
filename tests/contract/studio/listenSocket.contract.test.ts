import type {AddressInfo} from 'node:net'

import {expect, onTestFinished, test, vi} from 'vitest'
import {WebSocketServer, type WebSocket} from 'ws'

import {createListenSocket} from '../../../studio/src/lake/createListenSocket.ts'
import type {ListenerEvent} from '../../../studio/src/lake/listenOver.ts'
import {listenOver} from '../../../studio/src/lake/listenOver.ts'

test('carries all listeners over one connection', async () => {
  const lake = await startLake()
  const [first, second] = [lake.listen(), lake.listen()]
  await vi.waitFor(() => expect(lake.received).toHaveLength(2))

  lake.send({id: 1, type: 'welcome', eventId: 'e1', data: {listenerName: 'a'}})
  lake.send({id: 2, type: 'mutation', eventId: 'e2', data: {documentId: 'b'}})

  await vi.waitFor(() => expect(second.events).toEqual([{type: 'mutation', documentId: 'b'}]))
  expect(first.events).toEqual([{type: 'welcome', listenerName: 'a'}])
  expect(lake.connections()).toBe(1)
})

test('says when a listener ends', async () => {
  const lake = await startLake()
  const listener = lake.listen()
  await vi.waitFor(() => expect(lake.received).toHaveLength(1))

  listener.subscription.unsubscribe()

  await vi.waitFor(() => expect(lake.received.at(-1)).toEqual({op: 'unsubscribe', id: 1}))
})

test('comes back after a lost connection, and asks for what it missed', async () => {
  const lake = await startLake()
  const listener = lake.listen({resumable: true})
  await vi.waitFor(() => expect(lake.received).toHaveLength(1))
  lake.send({id: 1, type: 'mutation', eventId: 'seven', data: {}})
  await vi.waitFor(() => expect(listener.events).toHaveLength(1))

  lake.drop()

  await vi.waitFor(() => expect(lake.received).toHaveLength(2), {timeout: 3000})
  expect(lake.received[1]).toMatchObject({op: 'subscribe', id: 1, lastEventId: 'seven'})
  expect(listener.events.at(-1)).toEqual({type: 'reconnect'})
})

test('starts afresh after a lost connection when a listener cannot resume', async () => {
  const lake = await startLake()
  const listener = lake.listen()
  await vi.waitFor(() => expect(lake.received).toHaveLength(1))
  lake.send({id: 1, type: 'welcome', eventId: 'seven', data: {}})
  await vi.waitFor(() => expect(listener.events).toHaveLength(1))

  lake.drop()

  await vi.waitFor(() => expect(lake.received).toHaveLength(2), {timeout: 3000})
  expect(lake.received[1]).not.toHaveProperty('lastEventId')
})

test('survives a listener that subscribes again while it is told of the loss', async () => {
  const lake = await startLake()
  const again: ReturnType<typeof lake.listen>[] = []
  lake.listen({
    onEvent: ({type}) => {
      if (type === 'reconnect') again.push(lake.listen())
    },
  })
  await vi.waitFor(() => expect(lake.received).toHaveLength(1))
  lake.send({id: 1, type: 'welcome', eventId: 'e1', data: {}})
  await vi.waitFor(() => expect(lake.connections()).toBe(1))

  lake.drop()

  await vi.waitFor(() => expect(lake.received).toHaveLength(3), {timeout: 3000})
  expect(again).toHaveLength(1)
})

test.each([
  {type: 'channelError', name: 'ChannelError'},
  {type: 'disconnect', name: 'DisconnectError'},
])('fails with the client’s own $name after $type', async ({type, name}) => {
  const lake = await startLake()
  const listener = lake.listen()
  await vi.waitFor(() => expect(lake.received).toHaveLength(1))

  lake.send({id: 1, type, eventId: '', data: {error: {description: 'The dataset is gone'}}})

  await vi.waitFor(() => expect(listener.error()).toMatchObject({name}))
  expect(String(listener.error())).toContain('The dataset is gone')
})

interface ListenWish {
  resumable?: boolean
  onEvent?: (event: ListenerEvent) => void
}

/** The lake's side of the socket, in the hands of the test. */
async function startLake() {
  const server = new WebSocketServer({port: 0, host: '127.0.0.1'})
  await new Promise((resolve) => {
    server.once('listening', resolve)
  })
  const received: unknown[] = []
  let connections = 0
  let socket: WebSocket | undefined
  server.on('connection', (connected) => {
    connections += 1
    socket = connected
    connected.on('message', (frame) => received.push(JSON.parse(String(frame))))
  })
  const listenSocket = createListenSocket(`ws://127.0.0.1:${portOf(server.address())}`)
  const ends: (() => void)[] = []
  onTestFinished(() => {
    for (const end of ends) end()
    server.close()
    socket?.terminate()
  })

  return {
    received,
    connections: () => connections,
    send: (message: object) => socket?.send(JSON.stringify(message)),
    drop: () => socket?.terminate(),
    listen({resumable = false, onEvent}: ListenWish = {}) {
      const events: ListenerEvent[] = []
      let error: unknown
      const subscription = listenOver(listenSocket, {
        path: '/v2025-02-19/data/listen/production?query=*',
        events: ['welcome', 'mutation', 'reconnect'],
        resumable,
      }).subscribe({
        next: (event) => {
          events.push(event)
          onEvent?.(event)
        },
        error: (reason: unknown) => (error = reason),
      })
      ends.push(() => subscription.unsubscribe())
      return {events, subscription, error: () => error}
    },
  }
}

const portOf = (address: string | AddressInfo | null) =>
  typeof address === 'object' && address !== null ? address.port : 0
