import type {DocumentBadgeComponent, DocumentBadgeDescription} from 'sanity'

import {sayFinding} from '../advice/sayFinding.ts'
import type {Build} from './build.ts'
import {sayLiveIn, sayWhenLive} from './buildWords.ts'
import type {LiveState} from './liveState.ts'
import {sayRefusal} from './parseRefusal.ts'
import type {Say} from './say.ts'
import {sinceWhen} from './sinceWhen.ts'
import {ago, duration, exactTime} from './times.ts'
import {useLiveState} from './useLiveState.ts'
import {heldBackLabel} from './whyHeldBack.ts'
import {notLiveLabel, whyNotLive} from './whyNotLive.ts'

/** What was just published is told with emphasis; what has long been live is no news. */
const NEWS_MS = 10 * 60_000

/** The badge beside the Publish button: on its way, live since when, or not live. */
export function liveBadge(say: Say): DocumentBadgeComponent {
  return function useLiveBadge({id, type, published}) {
    const {state, isAway, build, now} = useLiveState({id, type, published})
    if (!state) return null
    if (state.kind !== 'publishing' && state.kind !== 'leaving') return describe(say, state, now)
    if (isAway) return {label: say('The publisher is away'), color: 'warning'}
    return onItsWay(say, state.kind === 'leaving', build)
  }
}

function onItsWay(say: Say, isLeaving: boolean, build: Build | undefined) {
  const label = isLeaving ? say('Being withdrawn…') : say('Being published…')
  if (!build) return {label, color: 'primary'} as const
  const title = sayWhenLive(say, build, isLeaving)
  return {label: (!isLeaving && sayLiveIn(say, build)) || label, title, color: 'primary'} as const
}

type Arrived = Exclude<LiveState, {kind: 'publishing' | 'leaving'}>

function describe(say: Say, state: Arrived, now: number): DocumentBadgeDescription {
  switch (state.kind) {
    case 'refused':
      return {
        label: notLiveLabel(say, state.isLeaving),
        title: sayRefusal(say, state.refusal),
        color: 'danger',
      }
    case 'heldBack':
      return {
        label: heldBackLabel(say, state),
        title: `${say.foreign(state.refusal.message)} · ${sinceWhen(say, 'held', state.since, now)}`,
        color: 'danger',
      }
    case 'absent':
      return {
        label: say('Not on the site'),
        title: sayFinding(say, state.finding),
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
