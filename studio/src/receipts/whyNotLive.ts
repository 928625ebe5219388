import type {Say} from './say.ts'

/** A publish that is not what visitors see: refused with the publisher's reason, or held back without. */
interface NotLive {
  /** Whether the document was to leave the site. */
  isLeaving: boolean
  /** In the officer's words; absent when the site is only held at an older release. */
  reason: string | undefined
}

/** Why visitors do not see a publish, or still see a document that was withdrawn. */
export function whyNotLive(say: Say, {isLeaving, reason}: NotLive): string {
  if (reason === undefined) {
    return isLeaving
      ? say('Withdrawn, but the site is held at an earlier state for now.')
      : say('Published, and ready to go live: the site is held at an earlier state for now.')
  }
  return `${notLiveLabel(say, isLeaving)}. ${reason}`
}

/** What became of a publish that was refused, in two or three words. */
export const notLiveLabel = (say: Say, isLeaving: boolean): string =>
  isLeaving ? say('Still on the site') : say('Not live')
