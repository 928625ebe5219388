import {setTimeout as sleep} from 'node:timers/promises'

import {z} from 'zod'

import type {RunningPublisher} from './generatedLine.ts'

const status = z.object({
  release: z.object({id: z.string(), pages: z.number()}).nullable(),
  pending: z.number(),
  building: z.boolean(),
  health: z.unknown(),
})

const receipt = z.object({
  transaction: z.string().nullable(),
  publishedAt: z.string(),
  liveAt: z.string().nullable(),
  release: z.string().nullable(),
  outcome: z.string(),
  steps: z.record(z.string(), z.number()),
  refusal: z.object({message: z.string()}).nullable(),
})

export type BenchReceipt = z.infer<typeof receipt>

const GIVE_UP_MS = 600_000

/** Waits until a publisher's first release is live; gives its pages. Throws with its own account when that takes ten minutes. */
export async function untilLive({url}: RunningPublisher): Promise<number> {
  const from = performance.now()
  for (;;) {
    const now = status.parse(await (await fetch(`${url}/status`)).json())
    if (now.release) return now.release.pages
    if (performance.now() - from > GIVE_UP_MS) {
      throw new Error(`Nothing went live: ${JSON.stringify(now)}`)
    }
    await sleep(20)
  }
}

/** Waits until nothing waits and nothing is built. */
export async function untilSettled({url}: RunningPublisher): Promise<void> {
  for (;;) {
    const now = status.parse(await (await fetch(`${url}/status`)).json())
    if (now.pending === 0 && !now.building) return
    await sleep(20)
  }
}

/** The receipts of a transaction, one for each language it touched, as soon as it is live. Throws its refusal. */
export async function receiptsOf(
  publisher: RunningPublisher,
  transaction: string,
  document: string,
): Promise<BenchReceipt[]> {
  const from = performance.now()
  while (performance.now() - from < GIVE_UP_MS) {
    const query = new URLSearchParams({document, limit: '20'})
    const answer = await operate(publisher, 'GET', `/receipts?${query}`)
    const {receipts} = z.object({receipts: z.array(receipt)}).parse(answer)
    const ours = receipts.filter((each) => each.transaction === transaction)
    const refused = ours.find(({outcome}) => outcome === 'refused')
    if (refused) throw new Error(`${document} was refused: ${refused.refusal?.message}`)
    if (ours.length > 0) return ours
    await sleep(20)
  }
  throw new Error(`${document} never went live (transaction ${transaction}).`)
}

/** Has the publisher compare everything it shows with the lake. */
export const publishEverything = (publisher: RunningPublisher) =>
  operate(publisher, 'POST', '/publish')

/** Gives visitors an older release, and pins it; its id, or the beginning of it. */
export const rollBack = (publisher: RunningPublisher, release: string) =>
  operate(publisher, 'POST', '/rollback', {release})

/** Lets what is published go live again. */
export const unpin = (publisher: RunningPublisher) => operate(publisher, 'POST', '/unpin')

/** The id of the live release, and whether one is being built. */
export async function statusOf({url}: RunningPublisher) {
  const {release, building} = status.parse(await (await fetch(`${url}/status`)).json())
  return {release: release?.id ?? '', isBuilding: building}
}

async function operate(
  {url, operatorToken}: RunningPublisher,
  method: string,
  path: string,
  body = {},
): Promise<unknown> {
  const headers = {authorization: `Bearer ${operatorToken}`, 'content-type': 'application/json'}
  const answer = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(method === 'POST' ? {body: JSON.stringify(body)} : {}),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
