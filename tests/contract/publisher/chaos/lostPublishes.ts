import {setTimeout as sleep} from 'node:timers/promises'

import type {ChaosLine} from './chaosLine.ts'
import {counterIn, liveCounters} from './counters.ts'
import type {Shown} from './counters.ts'

interface Expectation {
  shown: readonly Shown[]
  acknowledged: ReadonlyMap<string, number>
  withinMs: number
}

/** The documents whose last committed state is not on the site by the deadline, in words; none when all are there. */
export async function lostPublishes(line: ChaosLine, expected: Expectation): Promise<string[]> {
  const deadline = Date.now() + expected.withinMs
  for (;;) {
    const lost = await missingNow(line, expected)
    if (lost.length === 0 || Date.now() > deadline) return lost
    await sleep(50)
  }
}

async function missingNow({client, releases}: ChaosLine, {shown, acknowledged}: Expectation) {
  const ids = shown.map(({document}) => document)
  const documents = await client.getDocuments(ids).catch(() => undefined)
  if (!documents) return ['The lake does not answer.']
  const live = liveCounters(releases, shown)
  return ids.flatMap((id, index) => {
    const committed = counterIn(JSON.stringify(documents[index])) ?? 0
    const wanted = Math.max(committed, acknowledged.get(id) ?? 0)
    const isThere = committed === wanted && live.get(id) === wanted
    return isThere ? [] : [`${id}: ${wanted} acknowledged, ${committed} kept, ${live.get(id)} live`]
  })
}
