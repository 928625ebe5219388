import {formatTime} from './formatTime.ts'
import type {StatusAnswer} from './publisherAnswers.ts'

/** The state of the publisher for a person at a terminal. */
export function formatStatus(status: StatusAnswer): string {
  const rows = [
    ['Live', live(status)],
    ...(status.pinned ? [['Pinned', 'yes: what is published waits for `unpin`']] : []),
    ['Waiting', waiting(status)],
    ['Last publish', lastPublish(status)],
    ...(status.lastSuccessAt ? [['Up to date at', formatTime(status.lastSuccessAt)]] : []),
    ...(status.problem ? [['Problem', status.problem.sentence]] : []),
    ...(status.nextChangeAt ? [['Changes by itself', formatTime(status.nextChangeAt)]] : []),
    ...status.heldBack.map((held) => ['Held back', heldBack(held)]),
  ]
  return rows.map(([name = '', value = '']) => `${name.padEnd(18)} ${value}`).join('\n')
}

function live({release}: StatusAnswer) {
  if (!release) return 'nothing yet'
  const {id, at, pages} = release
  return `${id.slice(0, 12)} since ${formatTime(at)}, ${pages} pages`
}

function waiting({pending, building}: StatusAnswer) {
  const webhooks = pending === 1 ? '1 webhook' : `${pending} webhooks`
  return building ? `${webhooks}; being built now` : pending === 0 ? 'nothing' : webhooks
}

function lastPublish({lastReceipt: last}: StatusAnswer) {
  if (!last) return 'none since the publisher was started'
  if (last.outcome === 'refused') return `refused ${formatTime(last.at)}`
  const outcome = last.outcome === 'live' ? 'live' : 'built, waits'
  return `${outcome} ${formatTime(last.at)}, after ${last.ms} ms`
}

function heldBack({document, shown, since, refusal}: StatusAnswer['heldBack'][number]) {
  const site = shown === null ? 'not on the site' : 'an earlier version is on the site'
  const place = [refusal.field, refusal.language].filter((part) => part !== null)
  const where = place.length > 0 ? ` (${place.join(', ')})` : ''
  return `${document} since ${formatTime(since)}, ${site}: ${refusal.message}${where}`
}
