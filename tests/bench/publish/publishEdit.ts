import {setTimeout as sleep} from 'node:timers/promises'

import type {Edit} from './edits.ts'
import {applyEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import type {BenchReceipt} from './publisherCalls.ts'
import {receiptsOf} from './publisherCalls.ts'

/** How long the publisher waits, on purpose, for more webhooks. */
const QUIET_MS = 150

/** What one publish took, in milliseconds. */
export interface Publish {
  /** From the lake's commit to live, by the publisher's receipt, without the quiet time. */
  beyondQuiet: number
  /** From the lake's answer to the words on the site, seen from outside; `undefined` when there are none to see. */
  visible: number | undefined
  receipts: BenchReceipt[]
}

/** Makes an edit and waits until it is live and, where it has words, seen on the site. */
export async function publishEdit(
  {client}: GeneratedLine,
  publisher: RunningPublisher,
  edit: Edit,
): Promise<Publish> {
  const transaction = await applyEdit(client, edit)
  const visible = edit.visible && (await untilVisible(publisher, edit.visible))
  const receipts = await receiptsOf(publisher, transaction, edit.document)
  return {beyondQuiet: Math.max(...receipts.map(commitToLive)) - QUIET_MS, visible, receipts}
}

/** Polls a page until it has the words, the slower the longer it takes; gives the milliseconds that took. */
export async function untilVisible(
  {site}: RunningPublisher,
  {path, words}: {path: string; words: string},
): Promise<number> {
  const from = performance.now()
  for (;;) {
    const html = await (await fetch(site + path)).text()
    const waited = performance.now() - from
    if (html.includes(words)) return waited
    if (waited > GIVE_UP_MS) throw new Error(`${path} never said "${words}".`)
    await sleep(5 + waited / 50)
  }
}

const GIVE_UP_MS = 300_000

const commitToLive = ({publishedAt, liveAt}: BenchReceipt) =>
  liveAt === null ? Number.NaN : Date.parse(liveAt) - Date.parse(publishedAt)
