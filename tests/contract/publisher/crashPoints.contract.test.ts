import {fork} from 'node:child_process'
import {once} from 'node:events'
import {fileURLToPath} from 'node:url'

import {expect, onTestFinished, test} from 'vitest'

import type {PublisherLine} from './publisherLine.ts'
import {note, publisherLine, settled, WAIT} from './publisherLine.ts'

const program = fileURLToPath(import.meta.resolve('./publisherProgram.ts'))

/** A publisher in a process of its own, which dies at a point. Gives its end. */
function publisherThatDies(line: PublisherLine, crashAt: string) {
  const environment = {...process.env, ...line.environment, CRASH_AT: crashAt}
  const child = fork(program, {env: environment, execArgv: ['--no-warnings']})
  onTestFinished(() => void child.kill('SIGKILL'))
  return once(child, 'exit')
}

/** The points of a publish are passed once on start; those of a webhook are not. */
const POINTS = [
  'after-record',
  'before-acknowledge',
  'after-build:2',
  'before-swap:2',
  'after-swap:2',
  'after-receipts:2',
  'after-settle:2',
]

test.each(POINTS)('loses nothing, and tells all, when it is killed %s', async (crashAt) => {
  const line = await publisherLine()
  let isTold = false
  await line.lake({
    retryDelaysMs: [50, 50, 50, 20_000],
    fault: async (deliver) => (isTold ? deliver() : undefined),
  })
  await line.client.create(note('a', {languages: ['fr']}))
  const end = publisherThatDies(line, crashAt)
  await expect.poll(() => line.page().catch(() => ''), WAIT).toBe('a')
  await settled(line)

  isTold = true
  const {_rev, _updatedAt} = await line.client.create(note('b', {languages: ['fr']}))
  expect(await end).toEqual([null, 'SIGKILL'])
  await line.publisher()

  await expect.poll(line.page, WAIT).toBe('a b')
  await settled(line)
  expect(await line.receipts('document=b')).toMatchObject([
    {
      language: 'fr',
      revision: _rev,
      transaction: _rev,
      publishedAt: _updatedAt,
      outcome: 'live',
      release: (await line.status()).release.id,
      address: '/fr/b/',
      changes: [{address: '/fr/b/', change: 'added', because: [{document: 'b'}]}],
    },
  ])
  const liveAt = Date.parse((await line.receipts('document=b'))[0]?.liveAt ?? '')
  expect(liveAt).toBeGreaterThanOrEqual(Date.parse(_updatedAt))
  expect(liveAt).toBeLessThanOrEqual(Date.now())
})

test.each(['after-build', 'after-swap', 'after-receipts'])(
  'comes to the same when it is killed %s again and again',
  async (crashAt) => {
    const line = await publisherLine()
    await line.lake({retryDelaysMs: [20, 20, 20, 20, 20]})
    await line.client.create(note('a'))
    const stop = await line.publisher()
    await expect.poll(line.page, WAIT).toBe('a')
    await settled(line)
    await stop()
    for (const id of ['b', 'c', 'd']) {
      const end = publisherThatDies(line, crashAt)
      await line.client.create(note(id, {languages: ['fr']}))
      await end
    }

    await line.publisher()

    await expect.poll(line.page, WAIT).toBe('a b c d')
    await settled(line)
    for (const id of ['b', 'c', 'd']) {
      expect(await line.receipts(`document=${id}`)).toMatchObject([{outcome: 'live'}])
    }
  },
)
