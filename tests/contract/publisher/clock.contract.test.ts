import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {note, publisherLine, settled, WAIT} from './publisherLine.ts'

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()

test('publishes at the moment at which a page changes by itself', async () => {
  const line = await publisherLine()
  await line.lake()
  const turnsAt = inMs(5000)
  await line.client.create(note('a', {text: 'A', languages: ['fr'], turnsAt}))
  await line.publisher()
  await expect.poll(() => line.pageAt('/fr/a/'), WAIT).toBe('fr: A')
  await settled(line)
  expect(await line.status()).toMatchObject({nextChangeAt: turnsAt})

  await expect.poll(() => line.pageAt('/fr/a/'), WAIT).toBe('fr: A, turned')

  const {release} = await line.status()
  expect(Date.parse(release.at)).toBeGreaterThanOrEqual(Date.parse(turnsAt))
  expect(Date.parse(release.at)).toBeLessThan(Date.parse(turnsAt) + 1000)
  await expect.poll(line.status, WAIT).toMatchObject({nextChangeAt: null})
})

test('makes good on start what the hour changed while it was away', async () => {
  const line = await publisherLine()
  await line.lake()
  const turnsAt = inMs(5000)
  await line.client.create(note('a', {text: 'A', languages: ['fr'], turnsAt}))
  const stop = await line.publisher()
  await expect.poll(() => line.pageAt('/fr/a/'), WAIT).toBe('fr: A')
  await settled(line)
  await stop()
  await sleep(Date.parse(turnsAt) - Date.now() + 50)

  await line.publisher()

  await expect.poll(() => line.pageAt('/fr/a/'), WAIT).toBe('fr: A, turned')
})
