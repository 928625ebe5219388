import {expect, test} from 'vitest'

import {chaosLine} from './chaosLine.ts'
import {cleanRelease} from './cleanRelease.ts'
import {POINTS} from './kill.ts'
import {notes} from './notes.ts'
import type {Kill} from './runKills.ts'
import {expectLive, runKills} from './runKills.ts'

const ROUNDS = 7
const LONG = {timeout: 1_200_000}

/** Every point of a publish once, which takes two kills, and after each one of every process: 35 kills. */
const ROUND: Kill[] = POINTS.flatMap((point): Kill[] => [
  {point},
  {target: 'publisher'},
  {target: 'builder'},
  {target: 'lake'},
])

test(
  'loses nothing in 245 kills of publisher, builder and lake, with a builder of tiny sites',
  LONG,
  async () => {
    const line = await chaosLine()
    await notes.create(line)
    await expectLive(line, notes.shown)

    const seen = await runKills(line, {
      content: notes,
      kills: Array.from({length: ROUNDS}, () => ROUND).flat(),
      withinMs: 300,
      quietAfter: ROUND.length,
      lostAfterMs: 30_000,
    })

    const nothingWrong = {lost: [], missing: [], torn: [], older: []}
    expect(seen).toMatchObject({...nothingWrong, killed: ROUNDS * 35})
    expect(seen.reads).toBeGreaterThan(100_000)
    expect(seen.answers).toBeGreaterThan(1000)
    expect(seen.writes).toBeGreaterThan(500)
    // The lake still tells of thousands of writes, each in its turn.
    await expect.poll(line.status, {timeout: 180_000}).toMatchObject({pending: 0, building: false})
    expect((await line.status()).release.id).toBe(await cleanRelease(line))
  },
)
