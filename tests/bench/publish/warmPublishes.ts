import {setTimeout as sleep} from 'node:timers/promises'

import type {BenchRow} from '../row.ts'
import {rowOf} from '../row.ts'
import type {Edit} from './edits.ts'
import {mixedEdit, settingsEdit, textEdit} from './edits.ts'
import type {GeneratedLine, RunningPublisher} from './generatedLine.ts'
import type {Publish} from './publishEdit.ts'
import {publishEdit} from './publishEdit.ts'

/** The figure of the chart. */
export const ONE_TEXT = 'commit to live beyond the quiet time, one text'

const WARM_UP = 3
const EDITS = 20
const SETTINGS = 3

/** How long one publish takes when everything is warm: a text, what officers do in a day, the settings of a language. */
export async function warmPublishes(
  line: GeneratedLine,
  publisher: RunningPublisher,
  pages: number,
): Promise<BenchRow[]> {
  const publish = (edits: readonly Edit[]) => oneByOne(line, publisher, edits)
  await publish(series(WARM_UP, (round) => textEdit(pages, 1000 + round)))
  const texts = await publish(series(EDITS, (round) => textEdit(pages, round)))
  const mixed = await publish(series(EDITS, (round) => mixedEdit(pages, 2000 + round)))
  const settings = await publish(series(SETTINGS, settingsEdit))
  const row = (name: string, samples: readonly number[]) =>
    rowOf('publish', name, 'ms', samples, pages)
  return [
    row(ONE_TEXT, beyondQuiet(texts)),
    row(
      'commit to visible, one text',
      texts.flatMap(({visible}) => visible ?? []),
    ),
    ...stepRows(texts, pages),
    row('commit to live beyond the quiet time, mixed edits', beyondQuiet(mixed)),
    row('commit to live beyond the quiet time, settings of one language', beyondQuiet(settings)),
  ]
}

/** Where the time of one text goes, by the receipts. */
function stepRows(publishes: readonly Publish[], pages: number) {
  const steps = publishes.flatMap(({receipts: [first]}) => (first ? [first.steps] : []))
  const names = [...new Set(steps.flatMap((each) => Object.keys(each)))]
  return names.map((name) => {
    const samples = steps.flatMap((each) => each[name] ?? [])
    return rowOf('publish', `step of one text: ${name}`, 'ms', samples, pages)
  })
}

async function oneByOne(
  line: GeneratedLine,
  publisher: RunningPublisher,
  edits: readonly Edit[],
): Promise<Publish[]> {
  const publishes = []
  for (const edit of edits) {
    publishes.push(await publishEdit(line, publisher, edit))
    await sleep(BETWEEN_MS)
  }
  return publishes
}

/** Longer than the publisher calls one burst: each publish is one by itself, after the short quiet time. */
const BETWEEN_MS = 2100

const series = (count: number, make: (round: number) => Edit) =>
  Array.from({length: count}, (_, round) => make(round))

const beyondQuiet = (publishes: readonly Publish[]) =>
  publishes.map((publish) => publish.beyondQuiet)
