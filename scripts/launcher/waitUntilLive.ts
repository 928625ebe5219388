import {setTimeout as sleep} from 'node:timers/promises'

import {z} from 'zod'

import {say} from './say.ts'

const ASK_EVERY_MS = 200

const publisherStatus = z.looseObject({
  release: z.looseObject({}).nullable(),
  lastReceipt: z.looseObject({outcome: z.string(), reason: z.string().optional()}).nullable(),
})

/**
 * Waits until visitors see a site that the publisher has compared with the content: brought up to it or, when the
 * build is refused or the site is pinned, an older one. Says why a build is refused, once; without any release it goes on waiting,
 * because the publisher tries again by itself. Rejects when `signal` says so.
 */
export async function waitUntilLive(port: number, signal: AbortSignal): Promise<void> {
  let told = ''
  for (;;) {
    const status = await readStatus(port)
    if (['live', 'waiting'].includes(status?.lastReceipt?.outcome ?? '')) return
    const reason = status?.lastReceipt?.reason ?? ''
    if (reason && reason !== told) say(refusal(reason, status?.release != null))
    if (reason && status?.release) return
    told = reason
    await sleep(ASK_EVERY_MS, undefined, {signal})
  }
}

function refusal(reason: string, hasRelease: boolean) {
  const meanwhile = hasRelease ? 'The last good site stays up' : 'There is no site yet'
  return `The site could not be built:\n${reason}\n${meanwhile}; it is built again by itself, and after each publish.`
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
