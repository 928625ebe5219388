import {setTimeout as sleep} from 'node:timers/promises'

import {encodeSignatureHeader} from '@sanity/webhook'

import type {BenchRow} from '../row.ts'
import {quantile, rowOf} from '../row.ts'
import {settingsEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import {statusOf} from './publisherCalls.ts'
import {publishEdit} from './publishEdit.ts'

const ENOUGH = 100
const ROUNDS = 6
const BETWEEN_MS = 5

/** How long webhooks wait for their acknowledgement while every page of a language is built. */
export async function acknowledgements(
  line: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const samples: number[] = []
  for (let round = 0; round < ROUNDS && samples.length < ENOUGH; round += 1) {
    const isOver = new AbortController()
    const published = publishEdit(line, publisher, settingsEdit(500 + round)).finally(() =>
      isOver.abort(),
    )
    while (!isOver.signal.aborted) {
      if ((await statusOf(publisher)).isBuilding) samples.push(await acknowledgement(publisher))
      await sleep(BETWEEN_MS)
    }
    await published
  }
  const slow = quantile(samples, 0.99)
  return [
    rowOf('publish', 'acknowledged during a build', 'ms', samples, pages),
    rowOf('publish', 'acknowledged during a build, 99 of 100 within', 'ms', [slow], pages),
  ]
}

/** A webhook of nothing that the site shows: it is kept like any other. */
async function acknowledgement({url, webhookSecret}: RunningPublisher) {
  const body = JSON.stringify({_id: 'nothing-of-the-site', _type: 'note', _rev: 'r'})
  const headers = {
    'content-type': 'application/json',
    'sanity-webhook-signature': await encodeSignatureHeader(body, Date.now(), webhookSecret),
    'idempotency-key': crypto.randomUUID(),
  }
  const from = performance.now()
  const answer = await fetch(`${url}/webhook`, {method: 'POST', body, headers})
  if (answer.status !== 202) throw new Error(`A webhook was answered with ${answer.status}.`)
  return performance.now() - from
}
