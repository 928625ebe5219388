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
  const state =
    newest.liveAt === null
      ? say('Not live')
      : sinceWhen(say, newest.revision === null ? 'gone' : 'live', newest.liveAt, now)
  return `${titleOf(newest, titles)}: ${state}`
}
