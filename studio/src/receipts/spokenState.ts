import {sayFinding} from '../advice/sayFinding.ts'
import type {LiveState} from './liveState.ts'
import {sayRefusal} from './parseRefusal.ts'
import type {Say} from './say.ts'
import {sinceWhen} from './sinceWhen.ts'
import {whyHeldBack} from './whyHeldBack.ts'
import {whyNotLive} from './whyNotLive.ts'

/** What a screen reader says when a document's state changes; nothing of what is long known. */
export function spokenState(say: Say, state: LiveState | undefined, now: number): string {
  switch (state?.kind) {
    case 'publishing':
      return say('Being published…')
    case 'leaving':
      return say('Being withdrawn…')
    case 'live':
      return sinceWhen(say, 'live', state.at, now)
    case 'gone':
      return sinceWhen(say, 'gone', state.at, now)
    case 'absent':
      return `${say('Not on the site')}. ${sayFinding(say, state.finding)}`
    case 'waiting':
      return whyNotLive(say, {isLeaving: state.isLeaving, reason: undefined})
    case 'refused':
      return whyNotLive(say, {isLeaving: state.isLeaving, reason: sayRefusal(say, state.refusal)})
    case 'heldBack':
      return whyHeldBack(say, state)
    default:
      return ''
  }
}
