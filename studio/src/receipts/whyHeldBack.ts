import type {HeldBackState} from './heldBackState.ts'
import type {Say} from './say.ts'

/** What visitors have of a document that is held back, and why. */
export const whyHeldBack = (say: Say, state: HeldBackState): string =>
  `${heldBackLabel(say, state)}. ${say.foreign(state.refusal.message)}`

/** What visitors have of it, in two or three words. */
export function heldBackLabel(say: Say, {isLeaving, isShown}: HeldBackState): string {
  if (!isShown) return say('Not on the site')
  return isLeaving ? say('Still on the site') : say('Earlier version on the site')
}
