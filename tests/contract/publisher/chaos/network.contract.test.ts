import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import type {ChaosLine} from './chaosLine.ts'
import {chaosLine} from './chaosLine.ts'
import {cleanRelease} from './cleanRelease.ts'
import {lostPublishes} from './lostPublishes.ts'
import {notes} from './notes.ts'
import {expectLive} from './runKills.ts'
import {startWriters} from './startWriters.ts'

const LONG = {timeout: 180_000}

/** Has all notes written for a time; gives what was acknowledged. */
async function writeFor(line: ChaosLine, milliseconds: number) {
  const writers = startWriters(line.client, notes.written)
  await sleep(milliseconds)
  await writers.stop()
  return writers.acknowledged
}

async function expectClean(line: ChaosLine, acknowledged: ReadonlyMap<string, number>) {
  const {shown} = notes
  expect(await lostPublishes(line, {shown, acknowledged, withinMs: 20_000})).toEqual([])
  expect((await line.status()).release.id).toBe(await cleanRelease(line))
}

test(
  'webhooks that are lost, tripled, shuffled and late change nothing in the end',
  LONG,
  async () => {
    const line = await chaosLine({
      environment: {CHAOS_NETWORK: 'bad', CHAOS_RECONCILE_MS: '3000', CHAOS_RETRIES: '2'},
    })
    await notes.create(line)
    await expectLive(line, notes.shown)

    const acknowledged = await writeFor(line, 10_000)

    expect(acknowledged.size).toBe(notes.written.length)
    await expectClean(line, acknowledged)
  },
)

test('a publisher that is away longer than the lake tries again loses nothing', LONG, async () => {
  const line = await chaosLine({environment: {CHAOS_RETRIES: '2', CHAOS_RETRY_MS: '50'}})
  await notes.create(line)
  await expectLive(line, notes.shown)
  await line.publisher.stop()

  const acknowledged = await writeFor(line, 3000)
  await sleep(1000) // all of it was given up
  line.publisher.start()
  await line.publisher.ready()

  await expectClean(line, acknowledged)
})
