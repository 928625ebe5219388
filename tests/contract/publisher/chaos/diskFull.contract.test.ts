import {basename} from 'node:path'

import {expect, test} from 'vitest'

import {sendWebhook, WAIT} from '../publisherLine.ts'
import type {ChaosLine} from './chaosLine.ts'
import {chaosLine} from './chaosLine.ts'
import {cleanRelease} from './cleanRelease.ts'
import {liveCounters} from './counters.ts'
import {fillDisk, smallDisk} from './fillDisk.ts'
import {lostPublishes} from './lostPublishes.ts'
import {notes} from './notes.ts'
import {expectLive} from './runKills.ts'

const LONG = {timeout: 400_000}
const MOST_CALLS = 200

async function lineOnSmallDisk() {
  const line = await chaosLine({environment: smallDisk})
  await notes.create(line)
  await expectLive(line, notes.shown)
  return line
}

const document = 'n0'
const shown = {document, files: [`fr/${document}/index.html`, `en/${document}/index.html`]}
const liveCounter = ({releases}: ChaosLine) => liveCounters(releases, [shown]).get(document)

/** One publish, with the disk full from a call on; whether it came to that. */
async function publishWithDiskFull(line: ChaosLine, program: string, call: number) {
  const disk = fillDisk(line.folder, program, call)
  await line.client.patch(document).set(notes.fields(call)).commit()
  const isOver = async () =>
    disk.wasFull() || (liveCounter(line) === call && (await line.status()).pending === 0)
  await expect.poll(isOver, WAIT).toBe(true)

  expect([call - 1, call]).toContain(liveCounter(line))
  const answer = await fetch(`${line.site}/fr/${document}/`)
  expect(answer.status).toBe(200)
  expect(await answer.text()).toMatch(new RegExp(notes.whole))
  const wasFull = disk.wasFull()
  disk.makeRoom()
  const acknowledged = new Map([[document, call]])
  expect(await lostPublishes(line, {shown: [shown], acknowledged, withinMs: 20_000})).toEqual([])
  await expect.poll(line.status, WAIT).toMatchObject({pending: 0, building: false, health: 'ok'})
  return wasFull
}

test.each(['publisherProgram.ts', 'builderDouble.ts'])(
  'keeps the site and recovers by itself, at whichever call of %s the disk is full',
  LONG,
  async (program) => {
    const line = await lineOnSmallDisk()
    let call = 1
    while (call < MOST_CALLS && (await publishWithDiskFull(line, basename(program), call)))
      call += 1

    expect(call).toBeGreaterThan(5)
    expect(call).toBeLessThan(MOST_CALLS)
    expect((await line.status()).release.id).toBe(await cleanRelease(line))
  },
)

test('asks for a webhook again that the disk did not take', LONG, async () => {
  const line = await lineOnSmallDisk()
  const disk = fillDisk(line.folder, 'publisherProgram.ts', 1)
  const body = {_id: 'n0', _type: 'note', _rev: 'r', operation: 'update'}
  const send = async () => (await sendWebhook(line.address, body, {key: 'the-same'})).status

  expect(await send()).toBe(500)
  disk.makeRoom()
  expect(await send()).toBe(202)
  expect(await send()).toBe(200)
})
