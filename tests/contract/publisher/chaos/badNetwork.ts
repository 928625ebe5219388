import type {Fault} from '../../../../scripts/lake/webhooks/faults.ts'
import {createRandom} from '../../site/randomEdit.ts'

const GROUP = 5
const LATEST_MS = 300

/** Of the messages three in ten are lost, the others come three times, each time late and in any order. */
export function badNetwork(seed = 20171005): Fault {
  const random = createRandom(seed)
  let held: (() => Promise<void>)[] = []
  return async (deliver) => {
    if (random(10) < 3) return
    held.push(deliver, deliver, deliver)
    if (held.length < GROUP * 3) return
    const group = held
    held = []
    for (const each of shuffled(group, random)) {
      setTimeout(() => void each().catch(() => undefined), random(LATEST_MS))
    }
  }
}

function shuffled<Item>(items: readonly Item[], random: (bound: number) => number): Item[] {
  return items
    .map((item) => ({item, place: random(1_000_000)}))
    .toSorted((one, other) => one.place - other.place)
    .map(({item}) => item)
}
