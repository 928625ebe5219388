import {setTimeout as sleep} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'

import {expect, test} from 'vitest'

import {note, WAIT} from '../publisherLine.ts'
import {chaosLine} from './chaosLine.ts'
import type {Bug} from './controls/brokenParts.ts'
import {fillDisk, smallDisk} from './fillDisk.ts'
import {lostPublishes} from './lostPublishes.ts'
import {notes} from './notes.ts'
import type {Kill} from './runKills.ts'
import {expectLive, runKills} from './runKills.ts'

const TRUSTING = fileURLToPath(import.meta.resolve('./controls/trustingProgram.ts'))
const LONG = {timeout: 300_000}

/** Publishers that compare nothing on start show the bug itself, which a comparison would make good. */
async function lineWith(bug: Bug, environment: (folder: string) => NodeJS.ProcessEnv = () => ({})) {
  const line = await chaosLine({
    publisher: TRUSTING,
    environment: (folder) => ({CHAOS_BUG: bug, ...environment(folder)}),
  })
  await notes.create(line)
  await expectLive(line, notes.shown)
  return line
}

async function killsOf(bug: Bug, kills: readonly Kill[], pauseMs = 200) {
  const line = await lineWith(bug)
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

test('a bad network shows a publisher that believes webhooks alone', LONG, async () => {
  const line = await lineWith('none', () => ({CHAOS_NETWORK: 'bad', CHAOS_RETRIES: '2'}))
  const {shown} = notes
  const acknowledged = new Map(shown.map(({document}) => [document, 1]))
  for (const {document} of shown) await line.client.patch(document).set(notes.fields(1)).commit()

  expect(await lostPublishes(line, {shown, acknowledged, withinMs: 5000})).not.toEqual([])
})

test('a full disk shows a publisher that forgets what failed', LONG, async () => {
  const line = await lineWith('forget what failed', smallDisk)
  const disk = fillDisk(line.folder, 'builderDouble.ts', 1)
  await line.client.patch('n0').set(notes.fields(1)).commit()
  await expect.poll(disk.wasFull, WAIT).toBe(true)
  disk.makeRoom()

  const acknowledged = new Map([['n0', 1]])
  expect(await lostPublishes(line, {shown: notes.shown, acknowledged, withinMs: 3000})).toEqual([
    expect.stringMatching(/^n0: 1 acknowledged/),
  ])
})

test('a moment that comes shows a publisher that is deaf to the clock', LONG, async () => {
  const line = await lineWith('deaf to the clock', () => ({SITE_NOW: undefined}))
  const turnsAt = new Date(Date.now() + 2000).toISOString()
  await line.client.create(note('turning', {languages: ['fr'], turnsAt, text: 'here'}))
  const page = async () => (await fetch(`${line.site}/fr/turning/`)).text()
  await expect.poll(page, WAIT).toBe('fr: here')

  await sleep(Date.parse(turnsAt) - Date.now() + 2000)

  expect(await page()).toBe('fr: here')
})
