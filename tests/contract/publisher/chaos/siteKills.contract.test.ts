import {expect, test} from 'vitest'

import {chaosLine} from './chaosLine.ts'
import {cleanRelease} from './cleanRelease.ts'
import type {Kill} from './runKills.ts'
import {expectLive, runKills} from './runKills.ts'
import {siteContent} from './siteContent.ts'

const ROUNDS = 11
const LONG = {timeout: 1_200_000}

/** Each process in turn, and a publisher that dies between the build and the swap: 5 kills. */
const ROUND: Kill[] = [
  {target: 'builder'},
  {target: 'publisher'},
  {target: 'lake'},
  {point: 'before-swap'},
]

test(
  'loses nothing in 55 kills of publisher, builder and lake, with the builder of the site',
  LONG,
  async () => {
    const line = await chaosLine({builder: 'real'})
    await siteContent.create(line)
    await expectLive(line, siteContent.shown, 120_000)

    const seen = await runKills(line, {
      content: siteContent,
      kills: Array.from({length: ROUNDS}, () => ROUND).flat(),
      withinMs: 1500,
      quietAfter: 11,
      lostAfterMs: 60_000,
      pauseMs: 200,
    })

    const nothingWrong = {lost: [], missing: [], torn: [], older: []}
    expect(seen).toMatchObject({...nothingWrong, killed: ROUNDS * 5})
    await expect.poll(line.status, {timeout: 60_000}).toMatchObject({pending: 0, building: false})
    expect((await line.status()).release.id).toBe(await cleanRelease(line))
  },
)
