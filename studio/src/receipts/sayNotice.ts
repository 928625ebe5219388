import {pathText} from '@coworkmed/schemas/parse/finding'

import {sayFinding} from '../advice/sayFinding.ts'
import {sayWhenLive} from './buildWords.ts'
import type {Refusal} from './parseRefusal.ts'
import {sayRefusal} from './parseRefusal.ts'
import type {Say} from './say.ts'
import {sinceWhen} from './sinceWhen.ts'
import {shortTime} from './times.ts'
import type {LiveNews} from './useLiveState.ts'
import {heldBackLabel} from './whyHeldBack.ts'
import {notLiveLabel, whyNotLive} from './whyNotLive.ts'

/** Why a publish is not live, as it is said above a form. */
interface Notice {
  text: string
  why?: string
  /** What visitors see meanwhile, or since when it is so. */
  more?: string
  tone: 'critical' | 'caution' | 'primary'
  /** Where it can be mended. */
  refusal?: Pick<Refusal, 'document' | 'field' | 'language'>
}

/** What an officer should know of a publish that is not live; `undefined` when there is nothing to say. */
export function sayNotice(say: Say, {state, isAway, build, now}: LiveNews): Notice | undefined {
  switch (state?.kind) {
    case 'refused': {
      const {isLeaving, refusal, before} = state
      const why = sayRefusal(say, refusal)
      const more = sayBefore(say, before, now)
      return {text: notLiveLabel(say, isLeaving), why, more, tone: 'critical', refusal}
    }
    case 'heldBack': {
      const {refusal, since} = state
      const why = say.foreign(refusal.message)
      const more = sinceWhen(say, 'held', since, now)
      return {text: heldBackLabel(say, state), why, more, tone: 'critical', refusal}
    }
    case 'absent': {
      const {document, path, language} = state.finding
      const refusal = {document, field: pathText(path), language}
      const why = sayFinding(say, state.finding)
      return {text: say('Not on the site'), why, tone: 'critical', refusal}
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
