import {setTimeout as sleep} from 'node:timers/promises'

import {z} from 'zod'

import {say} from './say.ts'

const ASK_EVERY_MS = 200

const publisherStatus = z.looseObject({
  lastReceipt: z.looseObject({outcome: z.string(), reason: z.string().optional()}).nullable(),
})

/**
 * Waits until the publisher has brought the site up to the content: a release is live and its first look is done.
 * When a build is refused it says why, once, and goes on waiting: the publisher tries again by itself.
 */
export async function waitUntilLive(port: number): Promise<void> {
  let told = ''
  for (;;) {
    const {lastReceipt} = await readStatus(port)
    if (lastReceipt?.outcome === 'live') return
    const reason = lastReceipt?.reason ?? ''
    if (reason && reason !== told) say(`The site could not be built yet:\n${reason}`)
    told = reason
    await sleep(ASK_EVERY_MS)
  }
}

async function readStatus(port: number) {
  const answer = await fetch(`http://127.0.0.1:${port}/status`)
  return publisherStatus.parse(await answer.json())
}
