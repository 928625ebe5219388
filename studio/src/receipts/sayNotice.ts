import {sayWhenLive} from './buildWords.ts'
import type {Refusal} from './parseRefusal.ts'
import type {Say} from './say.ts'
import {sinceWhen} from './sinceWhen.ts'
import {shortTime} from './times.ts'
import type {LiveNews} from './useLiveState.ts'
import {whyHeldBack} from './whyHeldBack.ts'
import {whyNotLive} from './whyNotLive.ts'

/** Why a publish is not live, as it is said above a form. */
interface Notice {
  text: string
  /** What visitors see meanwhile, or since when it is so. */
  more?: string
  tone: 'critical' | 'caution' | 'primary'
  /** Where it can be mended. */
  refusal?: Refusal
}

/** What an officer should know of a publish that is not live; `undefined` when there is nothing to say. */
export function sayNotice(say: Say, {state, isAway, build, now}: LiveNews): Notice | undefined {
  switch (state?.kind) {
    case 'refused': {
      const {isLeaving, refusal, before} = state
      const text = whyNotLive(say, {isLeaving, reason: refusal.message})
      return {text, more: sayBefore(say, before, now), tone: 'critical', refusal}
    }
    case 'heldBack': {
      const more = sinceWhen(say, 'held', state.since, now)
      return {text: whyHeldBack(say, state), more, tone: 'critical', refusal: state.refusal}
    }
    case 'waiting': {
      const text = whyNotLive(say, {isLeaving: state.isLeaving, reason: undefined})
      return {text, more: sayBefore(say, state.before, now), tone: 'caution'}
    }
    case 'publishing':
    case 'leaving': {
      if (isAway) return {text: say(AWAY), tone: 'caution'}
      return build && {text: sayWhenLive(say, build, state.kind === 'leaving'), tone: 'primary'}
    }
    default:
      return undefined
  }
}

const AWAY =
  'The publisher does not answer. Your publish is safe and goes live as soon as it is back.'

const sayBefore = (say: Say, before: string | null, now: number) =>
  before === null
    ? say('Visitors do not see it yet.')
    : say('Visitors still see the version from {time}.', {
        time: shortTime(say.locale, before, now),
      })
