import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {setTimeout as sleep} from 'node:timers/promises'

import {expect, test} from 'vitest'

import {note} from '../publisherLine.ts'
import {chaosLine} from './chaosLine.ts'
import {cleanRelease} from './cleanRelease.ts'
import {lostPublishes} from './lostPublishes.ts'
import {notes} from './notes.ts'
import {processorTime} from './processorTime.ts'
import {expectLive} from './runKills.ts'
import {startWriters} from './startWriters.ts'

const clockOf = (folder: string) => join(folder, 'clock')
const HOUR_MS = 3_600_000
const LONG = {timeout: 180_000}

test(
  'loses nothing and does not spin when its clock jumps days ahead, back, and back again',
  LONG,
  async () => {
    const line = await chaosLine({
      environment: (folder) => ({
        SITE_NOW: undefined,
        CHAOS_RECONCILE_MS: '2000',
        CHAOS_RETRIES: '2',
        CHAOS_CLOCK: clockOf(folder),
        NODE_OPTIONS: `--import=${import.meta.resolve('./clockShift.ts')}`,
      }),
    })
    const turnsAt = new Date(Date.now() + 24 * HOUR_MS).toISOString()
    await notes.create(line)
    await line.client.create(note('turning', {languages: ['fr'], turnsAt, text: 'here'}))
    await expectLive(line, notes.shown)
    const page = async () => (await fetch(`${line.site}/fr/turning/`)).text()
    await expect.poll(page).toBe('fr: here')
    const writers = startWriters(line.client, notes.written)

    for (const [hours, said] of [
      [48, 'fr: here, turned'],
      [-48, 'fr: here'],
      [0.5, 'fr: here'],
      [24 * 40, 'fr: here, turned'],
      [0, 'fr: here'],
    ] as const) {
      writers.goOn()
      writeFileSync(clockOf(line.folder), String(hours * HOUR_MS))
      await expect.poll(page, {timeout: 20_000}).toBe(said)
      await sleep(500)
      writers.pause()
      const {acknowledged} = writers
      const {shown} = notes
      expect(await lostPublishes(line, {shown, acknowledged, withinMs: 20_000})).toEqual([])
      const before = processorTime(line.publisher.pid())
      await sleep(1500)
      expect(processorTime(line.publisher.pid()) - before).toBeLessThan(0.6)
    }
    await writers.stop()

    const now = new Date().toISOString()
    expect((await line.status()).release.id).toBe(await cleanRelease(line, now))
  },
)
