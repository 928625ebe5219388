import {setImmediate} from 'node:timers/promises'

const LONGEST_MS = 20

let lastBreath = performance.now()

/** To be awaited in a loop that may be long: lets everything else have its turn when that has waited for a while. */
export async function breathe(): Promise<void> {
  if (performance.now() - lastBreath < LONGEST_MS) return
  await setImmediate()
  lastBreath = performance.now()
}
