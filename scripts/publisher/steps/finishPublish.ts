import type {Line} from '../line.ts'
import {goLive} from './goLive.ts'

/**
 * Makes good what a crash or a failure left half done. Receipts that were not whole yet go: their publish is built again.
 * A release whose receipts are whole goes live. Receipts then say what `current` says, as after a rollback cut short.
 */
export function finishPublish({publishes, releases, ...line}: FinishParts): void {
  publishes.forgetBegun()
  const left = publishes.newest()
  const live = releases.live()
  const isPrepared = left?.state === 'prepared'
  if (isPrepared && !releases.has(left.release)) publishes.forgetPrepared()
  else if (isPrepared && left.release !== live) goLive({publishes, releases, ...line}, left.release)
  else if (isPrepared) publishes.alignWith(live, later(left.at, releases.swappedAt()))
  else publishes.alignWith(live, new Date().toISOString())
}

type FinishParts = Pick<Line, 'publishes' | 'releases' | 'crashPoint' | 'onLive'>

const later = (one: string, other: string) => (one > other ? one : other)
