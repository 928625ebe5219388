import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {request} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

import {afterEach, beforeEach, expect, test, vi} from 'vitest'

import type {PublisherAccess} from '../../../scripts/publisherProxy.ts'
import {serveStudio} from '../../../scripts/serveStudio.ts'
import {startPublisherDouble} from './publisherDouble.ts'

const TOKEN = 'the-operators-own-word'

let directory: string
let publisher: Awaited<ReturnType<typeof startPublisherDouble>>
let studio: Awaited<ReturnType<typeof serveStudio>>

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'studio-build-'))
  await writeFile(join(directory, 'index.html'), '<!DOCTYPE html><head></head><body>Studio</body>')
  publisher = await startPublisherDouble(TOKEN)
  studio = await serve({publisherUrl: publisher.url, operatorToken: TOKEN})
})
afterEach(async () => {
  await studio.close()
  await publisher.close()
  await rm(directory, {recursive: true})
})

test('answers with the receipts of the publisher, and keeps its word from the page', async () => {
  publisher.tell([{document: 'florence'}, {document: 'nice'}])

  const response = await fetch(address('/publisher/receipts?document=florence&limit=5'))

  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toContain('application/json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toBe('{"receipts":[{"document":"florence"}]}')
  expect([...response.headers].join()).not.toContain(TOKEN)
  expect(await (await fetch(address('/'))).text()).not.toContain(TOKEN)
})

test('answers with what the publisher is at', async () => {
  const response = await fetch(address('/publisher/status'))

  expect(await response.json()).toMatchObject({pending: 0})
})

test('passes on no header and no parameter but its own', async () => {
  await fetch(address('/publisher/receipts?language=fr&token=x&document=a%26limit%3D1'), {
    headers: {authorization: 'Bearer mine', cookie: 'a=b', 'x-forwarded-for': '10.0.0.1'},
  })

  const [asked] = publisher.asked
  expect(asked?.path).toBe('/receipts?document=a%26limit%3D1&language=fr')
  expect(asked?.headers.authorization).toBe(`Bearer ${TOKEN}`)
  expect(asked?.headers).not.toHaveProperty('cookie')
  expect(asked?.headers).not.toHaveProperty('x-forwarded-for')
})

test('passes each event on when it happens, without the headers of the publisher', async () => {
  const response = await fetch(address('/publisher/events'))
  const events = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect(response.headers.get('content-type')).toBe('text/event-stream')
  expect(response.headers.get('set-cookie')).toBeNull()
  expect((await events?.read())?.value).toBe(': welcome\n\n')

  publisher.tell([])

  expect((await events?.read())?.value).toBe('event: live\ndata: {}\n\n')
  await events?.cancel()
})

test('leaves the publisher alone once a page no longer listens', async () => {
  const response = await fetch(address('/publisher/events'))
  expect(publisher.listeners.size).toBe(1)

  await response.body?.cancel()

  await vi.waitFor(() => expect(publisher.listeners.size).toBe(0))
})

test('ends the events when the publisher goes away', async () => {
  const response = await fetch(address('/publisher/events'))

  await publisher.close()

  expect(await response.text()).toBe(': welcome\n\n')
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('refuses %s', async (method) => {
  expect((await fetch(address('/publisher/receipts'), {method})).status).toBe(405)
  expect(publisher.asked).toEqual([])
})

test.each(['/publisher', '/publisher/', '/publisher/rollback', '/publisher/receipts/..%2fpublish'])(
  'opens no other way to the publisher: %s',
  async (path) => {
    for (const method of ['GET', 'POST']) {
      expect((await fetch(address(path), {method})).status).toBe(404)
    }
    expect(publisher.asked).toEqual([])
  },
)

test.each(['cross-site', 'same-site'])('tells nothing to a page that is %s', async (site) => {
  expect(await statusFor({'sec-fetch-site': site})).toBe(403)
  expect(await statusFor({'sec-fetch-site': 'same-origin'})).toBe(200)
  expect(publisher.asked).toHaveLength(1)
})

test('answers to its own names alone', async () => {
  expect(await statusFor({host: 'studio.example.org'})).toBe(421)
  expect(publisher.asked).toEqual([])
})

test('says that no publisher is configured', async () => {
  await studio.close()
  studio = await serve(undefined)

  for (const path of ['receipts', 'status', 'events']) {
    const response = await fetch(address(`/publisher/${path}`))
    expect(response.status).toBe(503)
    expect(await response.json()).toEqual({error: 'No publisher is configured here.'})
  }
})

test('says that the publisher does not answer', async () => {
  await publisher.close()

  const response = await fetch(address('/publisher/receipts'))

  expect(response.status).toBe(502)
  expect(await response.json()).toEqual({error: 'The publisher does not answer.'})
})

test('says that the publisher does not know its word, and not which word that was', async () => {
  await studio.close()
  studio = await serve({publisherUrl: publisher.url, operatorToken: 'an-old-word'})

  const response = await fetch(address('/publisher/receipts'))

  expect(response.status).toBe(502)
  expect(await response.text()).toMatch(/^((?!an-old-word).)*same data folder.*$/)
})

const address = (path: string) => `http://127.0.0.1:${studio.port}${path}`

function serve(access: PublisherAccess | undefined) {
  const backend = {lakeUrl: 'http://localhost:4500', projectId: 'local', dataset: 'production'}
  return serveStudio({directory, port: 0, ...backend, ...(access ? {publisher: access} : {})})
}

function statusFor(headers: Record<string, string>) {
  return new Promise<number | undefined>((resolve, reject) => {
    const options = {host: '127.0.0.1', port: studio.port, path: '/publisher/status', headers}
    const sent = request(options, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    sent.once('error', reject)
    sent.end()
  })
}
