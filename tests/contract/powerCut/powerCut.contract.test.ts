import {rmSync} from 'node:fs'
import {dirname} from 'node:path'

import {afterAll, beforeAll, expect, test} from 'vitest'

import {isLong, runs} from '../../longTests.ts'
import {publisherLine, type PublisherLine} from '../publisher/publisherLine.ts'
import {afterPowerCut} from './afterPowerCut.ts'
import {type Cut, cutAtEnd, cutPoints} from './cutPoints.ts'
import {canRecord} from './record.ts'
import type {RecordedCall} from './recordedCall.ts'
import {
  acknowledged,
  acknowledgedWebhooks,
  recordLine,
  type RecordedLine,
  shown,
} from './recordLine.ts'

const LONG = {timeout: 2_400_000}
const CUTS = runs(8, 120)

const ends: (() => Promise<void>)[] = []
let line: PublisherLine
let recorded: RecordedLine
const isPossible = canRecord()

beforeAll(async () => {
  if (!isPossible) return
  line = await publisherLine((end) => ends.push(end))
  recorded = await recordLine(line)
}, 240_000)
afterAll(async () => {
  for (const end of ends) await end()
  if (isPossible) rmSync(dirname(recorded.root), {recursive: true})
})

/** The quick tests need nothing but Node; in the long ones a missing tool is a failure. */
function isRecorded() {
  const reason = 'Power cuts cannot be tried without strace: install it (`apt-get install strace`).'
  if (!isPossible && isLong) throw new Error(reason)
  if (!isPossible) process.stderr.write(`${reason}\n`)
  return isPossible
}

/** All that goes wrong after power cuts of a run, in words. */
async function problemsOf(run: RecordedLine, cuts: readonly Cut[], withinMs: number) {
  const found: string[] = []
  for (const {before, left, disk} of cuts) {
    const problems = await afterPowerCut(line, disk, {
      counter: acknowledged(run, before),
      live: shown(run, before),
      webhooks: acknowledgedWebhooks(run, before),
      withinMs,
    })
    for (const problem of problems)
      found.push(`before call ${before} of ${run.calls.length} (${left}): ${problem}`)
  }
  return found
}

test('loses nothing by a power cut, and is live again by itself', LONG, async () => {
  if (!isRecorded()) return
  expect(acknowledged(recorded, recorded.calls.length)).toBe(5)
  expect(shown(recorded, recorded.calls.length)).toBe(5)
  expect(acknowledgedWebhooks(recorded, recorded.calls.length).length).toBeGreaterThan(1)

  expect(await problemsOf(recorded, cutPoints(recorded, CUTS), 60_000)).toEqual([])
})

/** What is found when a program leaves one `fsync` out, and power fails when all is done. */
const CONTROLS = [
  {without: '/lake/lake.db-wal', problem: /5 acknowledged, the lake has/},
  {without: '', problem: /5 acknowledged, the lake has 0/},
  {without: '/publisher.db-wal', problem: /webhook .* is missing/},
  {without: '/releases/files/', problem: /a torn page is served/},
  {without: '/releases', problem: /5 was live/},
]

test.each(CONTROLS)('notices that `$without` is not forced to the disk', LONG, async (control) => {
  if (!isRecorded()) return
  const place = recorded.root + control.without
  const isLeftOut = (call: RecordedCall) =>
    call.kind === 'sync' &&
    (place.endsWith('/') ? call.path.startsWith(place) : call.path === place)
  const careless = {...recorded, calls: recorded.calls.filter((call) => !isLeftOut(call))}
  expect(careless.calls.length).toBeLessThan(recorded.calls.length)

  const problems = await problemsOf(careless, [cutAtEnd(careless)], 60_000)

  expect(problems.join('\n')).toMatch(control.problem)
})
