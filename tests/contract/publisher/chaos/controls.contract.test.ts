import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {chaosLine} from './chaosLine.ts'
import type {Bug} from './controls/brokenParts.ts'
import {notes} from './notes.ts'
import type {Kill} from './runKills.ts'
import {expectLive, runKills} from './runKills.ts'

const TRUSTING = fileURLToPath(import.meta.resolve('./controls/trustingProgram.ts'))
const LONG = {timeout: 300_000}

/** Publishers that compare nothing on start show the bug itself, which a comparison would make good. */
async function killsOf(bug: Bug, kills: readonly Kill[], pauseMs = 200) {
  const line = await chaosLine({publisher: TRUSTING, environment: {CHAOS_BUG: bug}})
  await notes.create(line)
  await expectLive(line, notes.shown)
  return runKills(line, {
    content: {...notes, written: notes.written.slice(0, 1)},
    kills,
    withinMs: 400,
    quietAfter: 1,
    lostAfterMs: 5000,
    stopWhenLost: true,
    pauseMs,
  })
}

const times = (count: number, kill: Kill) => Array.from({length: count}, () => kill)
const PUBLISHER: Kill = {target: 'publisher'}

test('a publisher that trusts its inbox alone loses nothing: it is whole', LONG, async () => {
  const seen = await killsOf('none', [
    ...times(12, PUBLISHER),
    ...times(2, {point: 'after-record'}),
  ])

  expect(seen).toMatchObject({lost: [], missing: [], torn: [], older: []})
})

test('kills show a publisher that acknowledges before it records', LONG, async () => {
  const seen = await killsOf('acknowledge before record', times(40, PUBLISHER))

  expect(seen.lost).toEqual([expect.stringMatching(/^n0: \d+ acknowledged/)])
})

test('kills show a publisher that settles before it goes live', LONG, async () => {
  const seen = await killsOf('settle before live', times(8, {point: 'after-settle'}), 1500)

  expect(seen.lost).toEqual([expect.stringMatching(/^n0: \d+ acknowledged/)])
})

test('readers see a publisher that writes in place of swapping', LONG, async () => {
  const seen = await killsOf('write in place', times(12, PUBLISHER))

  expect(seen.torn.length + seen.missing.length).toBeGreaterThan(0)
})
