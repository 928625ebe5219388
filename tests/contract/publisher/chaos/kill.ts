import {setTimeout as sleep} from 'node:timers/promises'

import type {ChaosLine} from './chaosLine.ts'

export type Target = 'publisher' | 'builder' | 'lake'

/** The points of a publish with names: where a publisher can be made to die by itself. */
export const POINTS = [
  'after-record',
  'before-acknowledge',
  'after-build',
  'before-swap',
  'after-swap',
  'after-receipts',
  'after-settle',
]

/** Kills a process at a random moment, whether it has started or not. */
export async function killAtRandom(line: ChaosLine, target: Target, withinMs: number) {
  await sleep(Math.random() * withinMs)
  if (target === 'builder') await killBuilder(line)
  else await line[target].kill()
}

async function killBuilder(line: ChaosLine) {
  for (;;) {
    const [pid] = line.builders()
    if (pid !== undefined && isKilled(pid)) return
    await sleep(5)
  }
}

function isKilled(pid: number) {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false // it ended meanwhile
  }
}

/** Kills the publisher, and has its next life end at a point. Throws when that is not reached. */
export async function killAtPoint({publisher}: ChaosLine, point: string, withinMs = 30_000) {
  publisher.nextCrashAt(point)
  await publisher.kill()
  const killsBefore = publisher.kills()
  const deadline = Date.now() + withinMs
  while (publisher.kills() === killsBefore) {
    if (Date.now() > deadline) throw new Error(`The publisher never came to "${point}".`)
    await sleep(5)
  }
  publisher.nextCrashAt(undefined)
}
