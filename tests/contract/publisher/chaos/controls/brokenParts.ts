import {cpSync, existsSync, symlinkSync} from 'node:fs'
import {join} from 'node:path'

import type {Line} from '../../../../../scripts/publisher/line.ts'
import {publish} from '../../../../../scripts/publisher/publish.ts'
import type {Scope} from '../../../../../scripts/publisher/builder/protocol.ts'
import {readAsked} from '../../../../../scripts/publisher/steps/asked.ts'
import {build} from '../../../../../scripts/publisher/steps/build.ts'
import {finishPublish} from '../../../../../scripts/publisher/steps/finishPublish.ts'
import {goLive} from '../../../../../scripts/publisher/steps/goLive.ts'
import {prepareReceipts} from '../../../../../scripts/publisher/steps/prepareReceipts.ts'
import {settle} from '../../../../../scripts/publisher/steps/settle.ts'

const LATE_MS = 150
const whole = (line: Line) => line

/** A trusting publisher, with nothing else wrong, and with one bug each. */
export const brokenParts = {
  none: {spoil: whole, publish},
  'acknowledge before record': {spoil: recordLate, publish},
  'write in place': {spoil: writeInPlace, publish},
  'settle before live': {spoil: whole, publish: publishSettledFirst},
  'forget what failed': {spoil: whole, publish: publishOnce},
  'deaf to the clock': {spoil: withoutClock, publish},
}

export type Bug = keyof typeof brokenParts

/** The webhook is answered first, and kept a moment later. */
function recordLate(line: Line, request: () => void): Line {
  const record: Line['inbox']['record'] = (delivery) => {
    setTimeout(() => {
      line.inbox.record(delivery)
      request()
    }, LATE_MS)
    return true
  }
  return {...line, inbox: {...line.inbox, record}}
}

/** Visitors read from one folder, into which each release is copied. */
function writeInPlace(line: Line): Line {
  const {root} = line.releases
  let live: string | undefined
  const swap = (id: string) => {
    cpSync(join(root, 'trees', id), join(root, 'served'), {recursive: true, dereference: true})
    if (!existsSync(join(root, 'current'))) symlinkSync('served', join(root, 'current'))
    live = id
  }
  return {...line, releases: {...line.releases, swap, live: () => live}}
}

/** Whatever comes of it, its webhooks wait no more. */
async function publishOnce(line: Line, scope: Scope) {
  const upTo = line.inbox.lastSequence()
  try {
    await publish(line, scope)
  } catch {
    line.inbox.settle(upTo)
  }
}

/** It is told when the site changes by itself, and does not wake. */
function withoutClock(line: Line): Line {
  return {...line, clock: {...line.clock, wakeAt: () => undefined}}
}

/** Its webhooks wait no more when the site is not live yet. */
async function publishSettledFirst(line: Line, scope: Scope) {
  const asked = readAsked(line, scope)
  finishPublish(line)
  const built = await build(line, asked)
  const documents = await prepareReceipts(line, asked, built)
  settle(line, {asked, built, documents})
  goLive(line, built.release)
}
