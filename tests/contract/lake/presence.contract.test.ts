import {onTestFinished} from 'vitest'
import {WebSocket} from 'ws'

import {expect, test, type LakeServer} from './test.ts'

/** One tab of the Studio, as its presence client behaves. */
async function openTab(server: LakeServer, dataset: string) {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/v2022-06-30/socket/${dataset}`)
  onTestFinished(() => socket.terminate())
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const heard: unknown[] = []
  const replies = new Map<string, (reply: unknown) => void>()
  const signal = new EventTarget()
  socket.on('message', (data) => {
    const message = JSON.parse(String(data))
    if (message.method === 'presence_subscription') {
      heard.push(message.params.result)
      signal.dispatchEvent(new Event('heard'))
    } else replies.get(message.id)?.(message.result ?? message.error)
  })

  const request = (method: string, params: object = {}) =>
    new Promise<unknown>((resolve) => {
      const id = crypto.randomUUID()
      replies.set(id, resolve)
      socket.send(
        JSON.stringify({jsonrpc: '2.0', id, method, params: {...params, apiVersion: 'v1'}}),
      )
    })
  await request('presence_subscribe')

  return {
    socket,
    request,
    async next() {
      while (heard.length === 0) {
        await new Promise((resolve) => {
          signal.addEventListener('heard', resolve, {once: true})
        })
      }
      return heard.shift()
    },
  }
}

const locations = [{type: 'document', documentId: 'spring', path: ['title']}]

test('shows two tabs to each other, and when one leaves', async ({server, dataset}) => {
  const one = await openTab(server, dataset)
  const two = await openTab(server, dataset)
  await one.request('presence_rollcall', {session: 'tab-1'})
  expect(await two.next()).toEqual({type: 'rollCall', i: 'local-officer', session: 'tab-1'})

  await two.request('presence_announce', {data: {sessionId: 'tab-2', locations}})
  expect(await one.next()).toEqual({
    type: 'state',
    i: 'local-officer',
    m: {sessionId: 'tab-2', locations},
  })

  await one.request('presence_disconnect', {session: 'tab-1'})
  expect(await two.next()).toMatchObject({type: 'disconnect', m: {session: 'tab-1'}})
  two.socket.terminate()
  expect(await one.next()).toMatchObject({type: 'disconnect', m: {session: 'tab-2'}})
})

test('keeps what happens in one dataset from tabs in another', async ({server, dataset}) => {
  await server.client('elsewhere')
  const elsewhere = await openTab(server, 'elsewhere')
  const here = await openTab(server, dataset)
  const other = await openTab(server, dataset)
  await elsewhere.request('presence_rollcall', {session: 'far'})
  await here.request('presence_rollcall', {session: 'near'})

  expect(await other.next()).toMatchObject({session: 'near'})
})

test('refuses a token that nobody has', async ({server, dataset}) => {
  const tab = await openTab(server, dataset)

  expect(await tab.request('authorization', {authorization: 'Bearer nobody'})).toMatchObject({
    code: 401,
  })
})
