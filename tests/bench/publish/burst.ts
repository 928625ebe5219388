import {setTimeout as sleep} from 'node:timers/promises'

import type {BenchRow} from '../row.ts'
import {rowOf} from '../row.ts'
import {applyEdit, textEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {receiptsOf} from './publisherCalls.ts'
import {untilVisible} from './publishEdit.ts'

const PUBLISHES = 50
const WITHIN_MS = 10_000

/** Fifty publishes in ten seconds: how many releases they make, and how long after the last it is seen. */
export async function burst(
  {client}: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const edits = Array.from({length: PUBLISHES}, (_, round) => textEdit(pages, 3000 + round))
  const began = performance.now()
  const published = []
  for (const [index, edit] of edits.entries()) {
    await sleep(Math.max(0, began + (index * WITHIN_MS) / PUBLISHES - performance.now()))
    published.push({edit, transaction: await applyEdit(client, edit)})
  }
  const from = performance.now()
  for (const {visible} of edits.slice(-1)) if (visible) await untilVisible(publisher, visible)
  const seconds = (performance.now() - from) / 1000

  const releases = new Set<string | null>()
  for (const {edit, transaction} of published) {
    const receipts = await receiptsOf(publisher, transaction, edit.document)
    for (const {release} of receipts) releases.add(release)
  }
  return [
    rowOf('publish', '50 publishes in 10 s', 'releases', [releases.size], pages),
    rowOf('publish', '50 publishes in 10 s: last one seen after', 's', [seconds], pages),
  ]
}
