import {onTestFinished} from 'vitest'
import {WebSocket} from 'ws'

import {expect, test, type LakeServer} from './test.ts'

interface SocketMessage {
  id: number
  type: string
  eventId: string
  data: Record<string, unknown>
}

/** A socket to the lake; `take` waits for the next messages. */
async function openSocket(server: LakeServer) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/v1/listen-socket`)
  const messages: SocketMessage[] = []
  socket.on('message', (data) => messages.push(JSON.parse(String(data))))
  onTestFinished(() => socket.terminate())
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return {
    socket,
    send: (message: object) => socket.send(JSON.stringify(message)),
    async take(count: number) {
      while (messages.length < count) {
        await new Promise((resolve) => {
          socket.once('message', resolve)
        })
      }
      return messages.splice(0, count)
    },
  }
}

const listenUrl = (dataset: string, query: string) =>
  `/v2025-02-19/data/listen/${dataset}?query=${encodeURIComponent(query)}&includeResult=true&enableResume=true`

test('carries many listeners, each with what its query selects', async ({
  server,
  lake,
  dataset,
}) => {
  const {send, take} = await openSocket(server)
  send({op: 'subscribe', id: 1, url: listenUrl(dataset, '*[_type == "meeting"]')})
  send({op: 'subscribe', id: 2, url: listenUrl(dataset, '*[_type == "partner"]')})
  expect((await take(2)).map(({id, type}) => [id, type])).toEqual([
    [1, 'welcome'],
    [2, 'welcome'],
  ])
  const partner = await lake.create({_id: 'a', _type: 'partner'})
  const meeting = await lake.create({_id: 'b', _type: 'meeting'})

  expect(await take(2)).toMatchObject([
    {id: 2, type: 'mutation', data: {documentId: 'a', result: partner}},
    {id: 1, type: 'mutation', data: {documentId: 'b', result: meeting}},
  ])
})

test('ends one listener and leaves the others', async ({server, lake, dataset}) => {
  const {send, take} = await openSocket(server)
  for (const id of [1, 2]) send({op: 'subscribe', id, url: listenUrl(dataset, '*')})
  await take(2)
  send({op: 'unsubscribe', id: 1})
  send({op: 'subscribe', id: 3, url: listenUrl(dataset, '*')})
  await take(1)
  await lake.create({_id: 'a', _type: 'meeting'})

  expect((await take(2)).map(({id}) => id)).toEqual([2, 3])
})

test('resumes a listener from the event it heard last', async ({server, lake, dataset}) => {
  const first = await openSocket(server)
  first.send({op: 'subscribe', id: 1, url: listenUrl(dataset, '*')})
  await lake.create({_id: 'a', _type: 'meeting'})
  const [welcome] = await first.take(1)
  first.socket.terminate()
  await lake.create({_id: 'b', _type: 'meeting'})

  const second = await openSocket(server)
  const lastEventId = welcome?.eventId
  second.send({op: 'subscribe', id: 7, url: listenUrl(dataset, '*'), lastEventId})
  const types = (await second.take(2)).map(({type}) => type)
  expect(types).toEqual(['welcomeback', 'mutation'])
})

test('says what is wrong with one listener, and serves the others', async ({server, dataset}) => {
  const {send, take} = await openSocket(server)
  send({op: 'subscribe', id: 1, url: '/v1/data/query/production?query=*'})
  send({op: 'subscribe', id: 2, url: listenUrl('producton', '*')})
  send({op: 'subscribe', id: 3, url: listenUrl(dataset, '*'), token: 'nobody has this'})
  send({op: 'subscribe', id: 4, url: listenUrl(dataset, '*[')})
  send({op: 'subscribe', id: 5, url: listenUrl(dataset, '*')})

  const messages = await take(5)
  expect(messages.map(({id, type}) => [id, type]).toSorted()).toEqual([
    [1, 'channelError'],
    [2, 'channelError'],
    [3, 'channelError'],
    [4, 'channelError'],
    [5, 'welcome'],
  ])
})

test('closes a socket that sends what makes no sense', async ({server}) => {
  for (const nonsense of ['{', '{"op": "publish"}', '[]', '{"op": "subscribe", "id": "1"}']) {
    const {socket} = await openSocket(server)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.send(nonsense)
    expect(await closed).toBe(1007)
  }
})
