import type {HeldBackState} from './heldBackState.ts'
import type {Say} from './say.ts'

/** Why a document is held back, and what visitors have of it meanwhile. */
export function whyHeldBack(say: Say, {isLeaving, isShown, refusal}: HeldBackState): string {
  const told = {reason: say.foreign(refusal.message)}
  if (!isShown) return say('Not on the site: {reason}', told)
  return isLeaving
    ? say('Still on the site: {reason}', told)
    : say('Still the earlier version on the site: {reason}', told)
}

/** The same in two or three words. */
export function heldBackLabel(say: Say, {isLeaving, isShown}: HeldBackState): string {
  if (!isShown) return say('Not on the site')
  return isLeaving ? say('Still on the site') : say('Earlier version on the site')
}
