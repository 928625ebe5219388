import {absence} from '../receipts/absence.ts'
import type {Publish} from '../receipts/publishes.ts'
import type {Say} from '../receipts/say.ts'
import {sinceWhen} from '../receipts/sinceWhen.ts'
import {titleOf} from './titleOf.ts'

/** The newest publish in one sentence, for whoever listens to the page. */
export function latestNews(
  say: Say,
  [newest]: readonly Publish[],
  titles: ReadonlyMap<string, string>,
  now: number,
): string {
  if (!newest) return ''
  return `${titleOf(newest, titles)}: ${stateOf(say, newest, now)}`
}

function stateOf(say: Say, publish: Publish, now: number) {
  const {outcome, liveAt, revision} = publish
  if (liveAt === null) return outcome === 'heldBack' ? say('Held back') : say('Not live')
  if (absence(publish)) return say('Not on the site')
  return sinceWhen(say, revision === null ? 'gone' : 'live', liveAt, now)
}
