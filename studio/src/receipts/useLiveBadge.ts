import type {DocumentBadgeComponent, DocumentBadgeDescription} from 'sanity'

import type {LiveState} from './liveState.ts'
import type {Say} from './say.ts'
import {sinceWhen} from './sinceWhen.ts'
import {ago, duration, exactTime} from './times.ts'
import {useLiveState} from './useLiveState.ts'
import {whyNotLive} from './whyNotLive.ts'

/** What was just published is told with emphasis; what has long been live is no news. */
const NEWS_MS = 10 * 60_000

/** The badge beside the Publish button: on its way, live since when, or not live. */
export function liveBadge(say: Say): DocumentBadgeComponent {
  return function useLiveBadge({id, type, published}) {
    const {state, isAway, now} = useLiveState({id, type, published})
    if (!state) return null
    if (isAway && (state.kind === 'publishing' || state.kind === 'leaving')) {
      return {label: say('The publisher is away'), color: 'warning'}
    }
    return describe(say, state, now)
  }
}

function describe(say: Say, state: LiveState, now: number): DocumentBadgeDescription {
  switch (state.kind) {
    case 'publishing':
      return {label: say('Being published…'), color: 'primary'}
    case 'leaving':
      return {label: say('Being withdrawn…'), color: 'primary'}
    case 'refused':
      return {
        label: state.isLeaving ? say('Still on the site') : say('Not live'),
        title: say.foreign(state.refusal.message),
        color: 'danger',
      }
    case 'waiting':
      return {
        label: say('On hold'),
        title: whyNotLive(say, {isLeaving: state.isLeaving, reason: undefined}),
        color: 'warning',
      }
    case 'gone':
      return {
        label: sinceWhen(say, 'gone', state.at, now),
        title: titleOf(say, state.at, now),
      }
    case 'live':
      return live(say, state, now)
  }
}

function live(say: Say, {at, ms}: {at: string; ms: number}, now: number) {
  const since = sinceWhen(say, 'live', at, now)
  const title = titleOf(say, at, now)
  return now - Date.parse(at) < NEWS_MS
    ? ({
        label: `${since} · ${duration(say.locale, ms)}`,
        title,
        color: 'success',
      } as const)
    : {label: since, title}
}

const titleOf = (say: Say, at: string, now: number) =>
  `${exactTime(say.locale, at)} (${ago(say, at, now)})`
