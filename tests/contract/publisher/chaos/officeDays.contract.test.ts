import {writeFileSync} from 'node:fs'
import {readdir, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {expect, test} from 'vitest'

import {runs} from '../../../longTests.ts'
import {note} from '../publisherLine.ts'
import {chaosLine, type ChaosLine} from './chaosLine.ts'
import {residentMegabytes} from './residentMegabytes.ts'

const HOUR_MS = 3_600_000
const LONG = {timeout: 3_600_000}
const PEOPLE = ['anna', 'marko', 'eleni', 'joan']
/** Each person edits so often in a day, which is eight hours in the long tests, and publishes so often. */
const EDITS = runs(60, 14_400)
const EDIT_EVERY_MS = 2000
const PUBLISHES = runs(3, 50)
const CHAPTERS = 5
/** What is left of the edits between two publishes, in five minutes each, once they are thinned. */
const MOST_LEFT = 8
const BODY = Array.from(
  {length: 60},
  (_, index) => `${index}: ${'le tiers-lieu accueille '.repeat(20)}`,
)

const clockOf = (folder: string) => join(folder, 'clock')

/** An office whose days pass as fast as it can work. */
async function openOffice() {
  const line = await chaosLine({
    environment: (folder) => ({
      CHAOS_CLOCK: clockOf(folder),
      CHAOS_CLOCK_OF: 'publisherProgram.ts,lakeProgram.ts',
      CHAOS_THIN_MS: '500',
      NODE_OPTIONS: `--import=${import.meta.resolve('./clockShift.ts')}`,
    }),
  })
  let shiftMs = 0
  return {
    line,
    pass(milliseconds: number) {
      shiftMs += milliseconds
      writeFileSync(clockOf(line.folder), String(shiftMs))
    },
  }
}

/** A day on which each person types into one document after the other, and publishes it; then a night. */
async function passDay({line, pass}: Awaited<ReturnType<typeof openOffice>>, day: number) {
  const perPublish = EDITS / PUBLISHES
  const lives = day * Math.ceil(PUBLISHES / CHAPTERS)
  for (let edit = 1; edit <= EDITS; edit += 1) {
    pass(EDIT_EVERY_MS)
    const isDone = edit % perPublish === 0
    const chapter = Math.floor((edit - 1) / perPublish) % CHAPTERS
    await Promise.all(PEOPLE.map((person) => type(line, `${person}-${chapter}`, edit, isDone)))
  }
  await expect.poll(line.status, LONG).toMatchObject({pending: 0, building: false})
  pass(16 * HOUR_MS)
  await expect.poll(() => keystrokes(line), LONG).toBeLessThan(lives * MOST_LEFT)
}

async function type({client}: ChaosLine, publishedId: string, edit: number, isDone: boolean) {
  const pair = {draftId: `drafts.${publishedId}`, publishedId}
  const text = `${edit} ${'coworking '.repeat(edit % 50)}`
  await client.action({
    actionType: 'sanity.action.document.edit',
    ...pair,
    patch: {set: {text, [`body[${edit % BODY.length}]`]: text}},
  })
  if (isDone) await client.action({actionType: 'sanity.action.document.publish', ...pair})
}

/** The transactions that are left of the first document's drafts. */
async function keystrokes({client}: ChaosLine) {
  const path = 'drafts.anna-0?limit=1000&excludeMutations=true'
  const lines = await client.request<unknown>({
    url: `/data/history/production/transactions/${path}`,
  })
  return String(lines).split('\n').filter(Boolean).length
}

async function measure({dataDir, lake, publisher}: ChaosLine) {
  return {
    lakeKilobytes: await kilobytesOf(join(dataDir, 'lake')),
    publisherKilobytes: (await kilobytesOf(dataDir)) - (await kilobytesOf(join(dataDir, 'lake'))),
    memoryMegabytes: residentMegabytes(lake.pid()) + residentMegabytes(publisher.pid()),
  }
}

async function kilobytesOf(folder: string) {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true})
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async ({parentPath, name}) => {
      const {size, nlink} = await stat(join(parentPath, name)).catch(() => ({size: 0, nlink: 1}))
      return size / nlink
    })
  return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000)
}

test(
  'an office of four works for days: data and memory after the second are those of the first',
  LONG,
  async ({annotate}) => {
    const office = await openOffice()
    const {line} = office
    const transaction = line.client.transaction()
    for (const person of PEOPLE) {
      for (let chapter = 0; chapter < CHAPTERS; chapter += 1) {
        transaction.create(
          note(`${person}-${chapter}`, {languages: ['fr', 'en'], text: '', body: BODY}),
        )
      }
    }
    await transaction.commit()

    const days = []
    for (let day = 1; day <= 3; day += 1) {
      await passDay(office, day)
      days.push(await measure(line))
      await annotate(`day ${day}: ${JSON.stringify(days.at(-1))}`)
    }

    const [, second, third] = days
    expect(third?.lakeKilobytes).toBeLessThan((second?.lakeKilobytes ?? 0) * 1.25)
    expect(third?.publisherKilobytes).toBeLessThan((second?.publisherKilobytes ?? 0) * 1.25)
    expect(third?.memoryMegabytes).toBeLessThan((second?.memoryMegabytes ?? 0) * 1.25)
    expect((await line.status()).health).toBe('ok')
  },
)
