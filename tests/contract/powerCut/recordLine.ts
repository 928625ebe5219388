import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

import {setTimeout as sleep} from 'node:timers/promises'

import {note, type PublisherLine} from '../publisher/publisherLine.ts'
import {record} from './record.ts'
import type {RecordedCall} from './recordedCall.ts'

const PROGRAM = fileURLToPath(import.meta.resolve('./lineProgram.ts'))
const REPEATS = 300
const LONGEST_WAIT_MS = 60_000

/** What one of the recorded notes says at a time; whole when it says it as often as it should. */
const textOf = (counter: number) => `number ${counter}; `.repeat(REPEATS)

/** What the number in a text is; `undefined` when the text is not whole. */
export function counterOf(text: string): number | undefined {
  const counter = Number(/number (\d+);/.exec(text)?.[1])
  return text.endsWith(textOf(counter)) ? counter : undefined
}

/** A recorded run, and the folder of its data. */
export interface RecordedLine {
  root: string
  calls: RecordedCall[]
}

export const NOTE = 'a'

/** Records a first publish and some more, the last ones in a hurry: transaction `t3` has the note say 3. */
export async function recordLine(line: PublisherLine): Promise<RecordedLine> {
  const folder = mkdtempSync(join(tmpdir(), 'coworkmed-recorded-'))
  const root = join(folder, 'data')
  const environment = {...process.env, ...line.environment, DATA_DIR: root, CHAOS_BUILDER: 'double'}
  const publish = (counter: number) => {
    const fields = {...note(NOTE), languages: ['fr', 'en'], text: textOf(counter)}
    const transaction = line.client.transaction().createOrReplace(fields)
    return transaction.commit({transactionId: `t${counter}`})
  }
  /** Uncompressed, for the record to show what a visitor was shown. */
  async function page() {
    const headers = {'accept-encoding': 'identity'}
    return (await fetch(`${line.site}/fr/${NOTE}/`, {headers})).text()
  }
  async function untilLive(counter: number) {
    const deadline = Date.now() + LONGEST_WAIT_MS
    while (counterOf(await page()) !== counter) {
      if (Date.now() > deadline) throw new Error(`The recorded line did not publish ${counter}.`)
      await sleep(50)
    }
  }
  const calls = await record(PROGRAM, {environment, trace: join(folder, 'trace')}, async () => {
    for (const counter of [1, 2]) {
      await publish(counter)
      await untilLive(counter)
    }
    for (const counter of [3, 4, 5]) await publish(counter)
    await untilLive(5)
  })
  return {root, calls}
}

/** The number in the note as of the last transaction that was acknowledged before a call. */
export function acknowledged({calls}: RecordedLine, before: number): number {
  const said = calls.slice(0, before).flatMap((call) => (call.kind === 'say' ? call.text : []))
  const numbers = said.flatMap((text) =>
    text.startsWith('HTTP/1.1 200')
      ? [Number(/"transactionId":"t(\d+)"/.exec(text)?.[1] ?? 0)]
      : [],
  )
  return Math.max(0, ...numbers)
}

/** The number that a visitor was shown before a call. */
export function shown({calls}: RecordedLine, before: number): number {
  const numbers = calls
    .slice(0, before)
    .map((call) =>
      call.kind === 'say' ? Number(/fr: number (\d+);/.exec(call.text)?.[1] ?? 0) : 0,
    )
  return Math.max(0, ...numbers)
}

/** The webhooks that were acknowledged before a call, by key. */
export function acknowledgedWebhooks({calls}: RecordedLine, before: number): string[] {
  const said = calls.slice(0, before).flatMap((call) => (call.kind === 'say' ? call.text : []))
  return said.flatMap((text) => /^HTTP\/1.1 202.*"accepted":"([^"]+)"/s.exec(text)?.[1] ?? [])
}
