import {setTimeout as sleep} from 'node:timers/promises'

/**
 * Something that goes wrong on the way to a receiver, for tests of receivers: it is handed each delivery
 * and makes it happen twice, late, out of order, or not at all. Only code can set one; no request can.
 */
export type Fault = (deliver: () => Promise<void>) => Promise<void>

/** Every message arrives `times` times. */
export function duplicate(times: number): Fault {
  return async (deliver) => {
    for (let time = 0; time < times; time += 1) await deliver()
  }
}

/** Every message arrives late. */
export function delay(milliseconds: number): Fault {
  return async (deliver) => {
    await sleep(milliseconds)
    await deliver()
  }
}

/** Every nth message is lost. */
export function drop(nth: number): Fault {
  let count = 0
  return async (deliver) => {
    count += 1
    if (count % nth !== 0) await deliver()
  }
}

/** Messages arrive in groups, each in reverse; those short of a group wait for it. */
export function shuffle(groupSize: number): Fault {
  const held: (() => Promise<void>)[] = []
  return async (deliver) => {
    held.unshift(deliver)
    if (held.length < groupSize) return
    for (const deliverHeld of held.splice(0)) await deliverHeld()
  }
}
