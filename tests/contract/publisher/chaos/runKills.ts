import {expect} from 'vitest'

import type {ChaosLine} from './chaosLine.ts'
import type {Shown} from './counters.ts'
import {killAtPoint, killAtRandom} from './kill.ts'
import type {Target} from './kill.ts'
import {lostPublishes} from './lostPublishes.ts'
import {startReader} from './startReader.ts'
import type {Written} from './startWriters.ts'
import {startWriters} from './startWriters.ts'

/** One process killed once, at random; a point takes two: the publisher is killed, and its next life ends there. */
export type Kill = {target: Target} | {point: string}

interface Content {
  written: readonly Written[]
  shown: readonly Shown[]
  whole: string
}

interface Plan {
  content: Content
  kills: readonly Kill[]
  /** The longest wait before a kill. */
  withinMs: number
  /** After so many kills all is looked at in quiet. */
  quietAfter: number
  /** How long a publish may take until it must be called lost. */
  lostAfterMs: number
  /** Whether the first loss is enough. */
  stopWhenLost?: boolean
  pauseMs?: number
}

/** Kills under load, with readers; what was lost, and what the readers saw. Needs a site that is live already. */
export async function runKills(line: ChaosLine, plan: Plan) {
  const {content, kills, lostAfterMs} = plan
  const writers = startWriters(line.client, content.written, plan.pauseMs)
  const {releases, site} = line
  const reader = await startReader({releases, site, ...forReaders(content)})
  const lost: string[] = []
  let killed = 0
  for (const [index, kill] of kills.entries()) {
    if ('point' in kill) await killAtPoint(line, kill.point)
    else await killAtRandom(line, kill.target, plan.withinMs)
    killed += 'point' in kill ? 2 : 1
    const isQuietTime = (index + 1) % plan.quietAfter === 0 || index === kills.length - 1
    if (!isQuietTime) continue
    writers.pause()
    await Promise.all([line.lake.ready(), line.publisher.ready()])
    const {acknowledged} = writers
    lost.push(...(await lostPublishes(line, {...content, acknowledged, withinMs: lostAfterMs})))
    if (plan.stopWhenLost && lost.length > 0) break
    writers.goOn()
  }
  await writers.stop()
  return {lost, killed, writes: writers.writes(), ...(await reader.stop())}
}

const forReaders = ({shown, whole}: Content) => ({
  whole,
  shown: shown.map(({document, files}) => ({document, files: [...files]})),
})

/** Waits until the site shows the content as it is. */
export async function expectLive(line: ChaosLine, shown: readonly Shown[], withinMs = 60_000) {
  await expect
    .poll(() => line.status().catch(() => null), {timeout: withinMs})
    .toMatchObject({
      release: {pages: expect.any(Number)},
      pending: 0,
    })
  expect(await lostPublishes(line, {shown, acknowledged: new Map(), withinMs})).toEqual([])
}
