import {setTimeout as sleep} from 'node:timers/promises'

import {z} from 'zod'

import type {Teller} from './createTeller.ts'

const ASK_EVERY_MS = 200

const publisherStatus = z.looseObject({
  release: z.looseObject({}).nullable(),
  lastReceipt: z.looseObject({outcome: z.string()}).nullable(),
  problem: z.looseObject({sentence: z.string()}).nullable(),
})

/**
 * Waits until visitors see a site that the publisher has compared with the content: brought up to it or, when the
 * build is refused or the site is pinned, an older one. Says why a build is refused, once; without any release it goes on
 * waiting, because the publisher tries again by itself. Rejects when `signal` says so.
 */
export async function waitUntilLive(
  port: number,
  teller: Teller,
  signal: AbortSignal,
): Promise<void> {
  for (;;) {
    const status = await readStatus(port)
    if (['live', 'waiting'].includes(status?.lastReceipt?.outcome ?? '')) return
    if (status?.problem) teller.health(status.problem.sentence)
    if (status?.problem && status.release) return
    await sleep(ASK_EVERY_MS, undefined, {signal})
  }
}

/** What the publisher says; nothing while it is away, for the launcher starts it again. */
async function readStatus(port: number) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/status`)
    return publisherStatus.parse(await answer.json())
  } catch {
    return undefined
  }
}
